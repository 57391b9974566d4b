import { useMemo, useState } from 'preact/hooks';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import type { ReportQuery, Sort, SortColumn } from '../../../lib/domain/report/address.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { usePrinting } from '../../hooks/usePrinting.ts';
import { DetailRows } from './DetailRows.tsx';
import { ordered, usualSort } from './detail-order.ts';
import { amountLines, type Formats } from './formats.ts';
import { dimensionNames, GroupField } from './GroupField.tsx';
import type { Names } from './names.ts';
import { TwiceNote } from './TwiceNote.tsx';
import { isOpen, nothingOpen, toggledAt, useDetails } from './useDetails.ts';
import type { Report } from './useReport.ts';

interface Props {
  readonly report: Report;
  readonly names: Names;
  readonly formats: Formats;
  readonly onQuery: (query: ReportQuery) => void;
  /** A group was chosen: the rest follows. */
  readonly onChoose: (key: string) => void;
  readonly onEdit: (entry: TimeEntry) => void;
}

/** Rows drawn at once: more take longer to draw than to read. */
const PAGE = 50;
/** Lines of one group that are drawn; the rest is said in a number, but on paper. */
const MOST = 200;

/** Everything in rows, opening down to the entries. */
export function DetailsTable({ report, names, formats, onQuery, onChoose, onEdit }: Props) {
  const { query, sums } = report;
  const [opened, setOpened] = useState(nothingOpen);
  const [limit, setLimit] = useState(PAGE);
  const details = useDetails(report, opened);
  const printing = usePrinting();
  const sort = query.sort ?? usualSort(query.group);
  const rows = useMemo(() => {
    const all = [...sums.groups].map(([key, sum]) => ({ key, sum }));
    return ordered(all, sort, query.group, names);
  }, [sums.groups, sort.by, sort.descending, names]);
  const shown = printing ? rows : rows.slice(0, limit);
  const withClient = query.group === 'project';
  return (
    <section class="card clip below" aria-labelledby="details">
      <div class="card-h">
        <h2 id="details">{t('details')}</h2>
        <button
          class="btn sm"
          type="button"
          aria-pressed={opened.all}
          onClick={() => setOpened({ all: !opened.all, except: new Set() })}
        >
          {t('openAll')}
        </button>
        <GroupField group={query.group} inner={query.inner} onGroup={(next) => onQuery({ ...query, ...next })} />
      </div>
      <div class="x-scroll">
        <table class="tbl" aria-labelledby="details">
          <thead>
            <tr>
              <Heading by="name" word={dimensionNames[query.group]} sort={sort} query={query} onQuery={onQuery} />
              {withClient && <th scope="col">{t('client')}</th>}
              <Heading by="time" word="time" sort={sort} query={query} onQuery={onQuery} right />
              <Heading by="billable" word="billable" sort={sort} query={query} onQuery={onQuery} right />
              <th scope="col" class="r">
                {t('rate')}
              </th>
              <Heading by="amount" word="amount" sort={sort} query={query} onQuery={onQuery} right />
            </tr>
          </thead>
          {shown.map(({ key, sum }) => (
            <DetailRows
              key={key}
              path={key}
              sum={sum}
              query={query}
              names={names}
              formats={formats}
              lines={details.value}
              isOpen={(path) => isOpen(opened, path)}
              most={printing ? Number.POSITIVE_INFINITY : MOST}
              onToggle={(path) => setOpened(toggledAt(opened, path))}
              onEdit={onEdit}
              onChoose={() => onChoose(key)}
            />
          ))}
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {withClient && <td />}
              <td class="r num">{formats.duration(sums.total.ms)}</td>
              <td class="r num">{formats.duration(sums.total.billable)}</td>
              <td />
              <td class="r num">
                {amountLines(sums.total, formats).map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {rows.length > limit && (
        <div class="show-more">
          <button class="btn sm" type="button" onClick={() => setLimit(limit + PAGE * 10)}>
            {t('showMoreOf', formats.number(rows.length - limit))}
          </button>
        </div>
      )}
      {query.group === 'tag' && <TwiceNote report={report} formats={formats} />}
    </section>
  );
}

interface HeadingProps {
  readonly by: SortColumn;
  readonly word: Word;
  readonly sort: Sort;
  readonly query: ReportQuery;
  readonly onQuery: (query: ReportQuery) => void;
  readonly right?: boolean;
}

/** The first choice of a number puts the most on top, the second turns it round. */
function Heading({ by, word, sort, query, onQuery, right = false }: HeadingProps) {
  const here = sort.by === by;
  const descending = here ? !sort.descending : by !== 'name';
  return (
    <th
      scope="col"
      class={right ? 'r' : undefined}
      aria-sort={here ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      {/* A browser draws no button in a head that it repeats on the next sheet of paper. */}
      <span class="on-paper" aria-hidden="true">
        {t(word)}
      </span>
      <button class="sort" type="button" onClick={() => onQuery({ ...query, sort: { by, descending } })}>
        {t(word)}
        {here && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
}
