import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ALL_DAYS } from '../../../lib/domain/days.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { type ReportQuery, readQuery, writeQuery } from '../../../lib/domain/report/address.ts';
import { NONE } from '../../../lib/domain/report/dimension.ts';
import { isFiltered, noFilter } from '../../../lib/domain/report/filter.ts';
import { daysOf, periodAt } from '../../../lib/domain/report/range.ts';
import { t } from '../../../lib/platform/words.ts';
import { useAfterPaint } from '../../hooks/useAfterPaint.ts';
import { useJournalQueries } from '../../hooks/useJournal.ts';
import { useRemembered } from '../../hooks/useRemembered.ts';
import { EntryDialog } from '../EntryDialog.tsx';
import type { Page } from '../usePage.ts';
import { usePageChoices } from '../usePageChoices.ts';
import type { ViewProps } from '../views.ts';
import { ChartCard } from './ChartCard.tsx';
import { DetailsTable } from './DetailsTable.tsx';
import { Estimates } from './Estimates.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { Filters } from './Filters.tsx';
import { lists } from './gone.ts';
import { HeatMap } from './HeatMap.tsx';
import { InvoiceDialog } from './InvoiceDialog.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { narrowed } from './narrowed.ts';
import { PrintHead } from './PrintHead.tsx';
import { RangeBar } from './RangeBar.tsx';
import { Ranking } from './Ranking.tsx';
import { ReadingNote } from './ReadingNote.tsx';
import { roundingSentence } from './RoundingField.tsx';
import { RunningNote } from './RunningNote.tsx';
import { emptyText, rangeTitle } from './range-words.ts';
import { SavedReports } from './SavedReports.tsx';
import { type Base, useBase } from './useBase.ts';
import { type Report, useReport } from './useReport.ts';

/** Goes to other choices: a step the browser can take back, unless it is another letter of the same one. */
function go(query: ReportQuery, typing = false): void {
  const address = `#reports?${writeQuery(query)}`;
  if (typing) location.replace(address);
  else location.hash = address;
}

/** Where the hours went, for any days and any part of them; what is chosen stands in the address. */
export function View({ query: given, page }: ViewProps) {
  const asked = given.toString();
  const query = useMemo(() => readQuery(given), [asked]);
  const [invoicing, setInvoicing] = useState(false);
  const [editing, setEditing] = useState<TimeEntry | null>(null);
  const [opened, setOpened] = useState({ task: false, tag: false });
  const base = useBase(query, opened);
  const reading = useReport(query, base);
  const report = reading.value;
  useEffect(() => {
    if (base) document.title = t('reportsTitle', rangeTitle(query.range, base.formats));
  }, [base, asked]);
  if (!base) return null;
  const { formats, things } = base;
  return (
    <>
      <RangeBar
        range={query.range}
        shown={report?.shown ?? daysOf(query.range, formats)}
        formats={formats}
        onRange={(range) => go({ ...query, range })}
      />
      <Filters
        filter={query.filter}
        things={things}
        known={base.whole}
        rounding={query.rounding ?? base.settings.rounding}
        onRounding={(rounding) => go({ ...query, rounding })}
        onAsk={(kind) => setOpened({ ...opened, [kind]: true })}
        onFilter={(filter, typing) => go({ ...query, filter }, typing)}
      >
        <SavedReports saved={base.saved} query={query} commands={page.commands} />
        <span class="grow" />
        <button class="btn" type="button" disabled={!report} onClick={() => setInvoicing(true)}>
          {t('invoiceButton')}
        </button>
        <ExportButtons report={report} base={base} commands={page.commands} />
        <button class="btn" type="button" onClick={() => print()}>
          {t('print')}
        </button>
      </Filters>
      {report && invoicing && (
        <InvoiceDialog report={report} formats={formats} commands={page.commands} onClose={() => setInvoicing(false)} />
      )}
      {report && <PrintHead report={report} base={base} />}
      <ReadingNote reading={reading} />
      {report && <Shown report={report} base={base} page={page} onEdit={setEditing} />}
      {editing && <Editing base={base} page={page} entry={editing} onEntry={setEditing} />}
    </>
  );
}

interface EditingProps {
  readonly base: Base;
  readonly page: Page;
  readonly entry: TimeEntry;
  readonly onEntry: (entry: TimeEntry | null) => void;
}

/** Reads what its lists offer only once an entry is opened. */
function Editing({ base, page, entry, onEntry }: EditingProps) {
  const choices = usePageChoices(base.named, page);
  return (
    <EntryDialog
      page={page}
      choices={choices}
      entry={entry}
      now={Date.now}
      onOpen={onEntry}
      onClose={() => onEntry(null)}
    />
  );
}

interface ShownProps extends Pick<ViewProps, 'page'> {
  readonly report: Report;
  readonly base: Base;
  readonly onEdit: (entry: TimeEntry) => void;
}

function Shown({ report, base, page, onEdit }: ShownProps) {
  const { query, sums } = report;
  const { names, formats } = base;
  const [asTable, setAsTable] = useRemembered('report-as-table');
  const painted = useAfterPaint();
  const running = base.running && <RunningNote report={report} running={base.running} commands={page.commands} />;
  if (sums.total.ms === 0 && sums.groups.size === 0) return <Empty query={query} base={base} running={running} />;
  const rankKey = query.rank === 'project' || query.rank === 'client' || query.rank === 'task' || query.rank === 'tag';
  return (
    <>
      {roundingSentence(report.scope.rounding) && (
        <p class="fine running-note">{roundingSentence(report.scope.rounding)}</p>
      )}
      {running}
      <KeyFigures report={report} formats={formats} />
      <ChartCard
        asTable={asTable}
        onAsTable={setAsTable}
        report={report}
        names={names}
        formats={formats}
        onPiece={(key) => go(narrowed(query, report.pieces, key, formats))}
        onBar={(key) => go(narrowed(query, report.period, key, formats))}
      >
        <Ranking
          sums={sums.rank}
          total={sums.total.ms}
          by={query.rank}
          names={names}
          formats={formats}
          chosen={rankKey ? query.filter[lists[query.rank]] : []}
          onBy={(rank) => go({ ...query, rank })}
          onChoose={(key) => go(narrowed(query, query.rank, key ?? NONE, formats))}
        />
      </ChartCard>
      {painted && <Below report={report} base={base} asTable={asTable} onEdit={onEdit} />}
    </>
  );
}

/** The days of a year, estimates and details: below the first screen. */
function Below({ report, base, asTable, onEdit }: Omit<ShownProps, 'page'> & { readonly asTable: boolean }) {
  const { query, sums } = report;
  const { names, formats } = base;
  return (
    <>
      {query.range.kind === 'year' && (
        <HeatMap
          perDay={sums.perDay}
          days={report.shown}
          asTable={asTable}
          title={t('daysOfYear', rangeTitle(query.range, formats))}
          formats={formats}
          onDay={(day) => go(narrowed(query, 'day', day, formats))}
        />
      )}
      <Estimates report={report} base={base} />
      <DetailsTable
        report={report}
        names={names}
        formats={formats}
        onQuery={go}
        onEdit={onEdit}
        onChoose={(key) => go(narrowed(query, query.group, key, formats))}
      />
    </>
  );
}

interface EmptyProps {
  readonly query: ReportQuery;
  readonly base: Base;
  readonly running: ComponentChildren;
}

function Empty({ query, base, running }: EmptyProps) {
  const queries = useJournalQueries();
  const latest = async (): Promise<void> => {
    const day = (await queries.read((reader) => reader.daysBetween(ALL_DAYS.first, ALL_DAYS.last))).at(-1);
    const { range } = query;
    const kind = range.kind === 'all' || range.kind === 'custom' ? 'week' : range.kind;
    if (day !== undefined) go({ ...query, range: periodAt(kind, day, base.formats) });
  };
  const filtered = isFiltered(query.filter);
  return (
    <section class="card nothing" aria-live="polite">
      <p>{filtered ? t('noEntriesMatch') : emptyText(query.range, base.formats)}</p>
      {running}
      {filtered ? (
        <button class="btn" type="button" onClick={() => go({ ...query, filter: noFilter })}>
          {t('clearFilters')}
        </button>
      ) : (
        query.range.kind !== 'all' && (
          <button class="btn" type="button" onClick={() => void latest()}>
            {t('goToLatest')}
          </button>
        )
      )}
    </section>
  );
}
