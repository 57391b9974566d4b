import type { TimeEntry } from '../../../lib/domain/entry.ts';
import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import { type Details, type Line, pathOf } from '../../../lib/domain/report/details.ts';
import type { Sum } from '../../../lib/domain/report/sum.ts';
import { t } from '../../../lib/platform/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ProjectMark } from '../../ui/ProjectMark.tsx';
import { ordered, usualSort } from './detail-order.ts';
import { EntryRow } from './EntryRow.tsx';
import { amountLines, type Formats, rateLines } from './formats.ts';
import type { Names } from './names.ts';

interface Shared {
  readonly query: ReportQuery;
  readonly names: Names;
  readonly formats: Formats;
  /** Null while they are being read. */
  readonly lines: Details | null;
  readonly isOpen: (path: string) => boolean;
  /** Lines that are drawn of one group. */
  readonly most: number;
  readonly onToggle: (path: string) => void;
  readonly onEdit: (entry: TimeEntry) => void;
}

interface Props extends Shared {
  readonly path: string;
  readonly sum: Sum;
  readonly onChoose: () => void;
}

/** A group, and below it what it is made of when it is open. */
export function DetailRows({ onChoose, ...props }: Props) {
  const { path, sum, query, names, formats, lines, isOpen } = props;
  const name = names.name(query.group, path);
  const marked = query.group === 'project' || query.group === 'client' || query.group === 'task';
  return (
    <tbody>
      <tr>
        <th scope="row">
          <span class="pj">
            <Expander {...props} name={name} />
            {marked && <ProjectMark colour={names.colour(query.group, path)} />}
            <button class="pick trunc" type="button" dir="auto" onClick={onChoose}>
              {name}
            </button>
          </span>
        </th>
        {query.group === 'project' && (
          <td class="muted of-client" dir="auto">
            {names.detail('project', path)}
          </td>
        )}
        <Numbers sum={sum} formats={formats} rate />
      </tr>
      {isOpen(path) && <Within {...props} lines={lines} />}
    </tbody>
  );
}

function Expander({ path, name, isOpen, onToggle }: Pick<Props, 'path' | 'isOpen' | 'onToggle'> & { name: string }) {
  const open = isOpen(path);
  return (
    <button
      class="icon small"
      type="button"
      aria-expanded={open}
      aria-label={t('entriesOf', name)}
      onClick={() => onToggle(path)}
    >
      <Icon name={open ? 'down' : 'next'} />
    </button>
  );
}

/** What stands in a group: groups of the second kind, or entries. */
function Within({ path, ...shared }: Shared & { readonly path: string }) {
  const { query, names, lines, formats, most } = shared;
  const found = [...(lines?.get(path)?.values() ?? [])];
  if (found.length === 0) return <Quiet query={query} text={lines === null ? t('loadingEntries') : ''} />;
  const level = path.includes('\u0000') || query.inner === null ? 'entries' : 'groups';
  const rows =
    level === 'entries'
      ? found.toSorted((a, b) => (a.entry?.start ?? 0) - (b.entry?.start ?? 0))
      : ordered(found, query.inner ? usualSort(query.inner) : usualSort('day'), query.inner ?? 'day', names);
  return (
    <>
      {rows
        .slice(0, most)
        .map((line) =>
          line.entry ? (
            <EntryRow
              key={line.key}
              {...shared}
              entry={line.entry}
              sum={line.sum}
              deep={path.includes('\u0000')}
              project={names.name('project', line.entry.projectId ?? '')}
            />
          ) : (
            <SecondGroup key={line.key} {...shared} path={pathOf(path, line.key)} line={line} />
          ),
        )}
      {rows.length > most && <Quiet query={query} text={t('moreLines', formats.number(rows.length - most))} />}
    </>
  );
}

function SecondGroup({ path, line, ...shared }: Shared & { readonly path: string; readonly line: Line }) {
  const { query, names, formats, isOpen } = shared;
  const name = names.name(query.inner ?? 'day', line.key);
  return (
    <>
      <tr class="second">
        <td>
          <span class="pj">
            <Expander {...shared} path={path} name={name} />
            <span class="trunc" dir="auto">
              {name}
            </span>
            <span class="quiet">
              {line.entries === 1 ? t('oneEntry') : t('severalEntries', formats.number(line.entries))}
            </span>
          </span>
        </td>
        {query.group === 'project' && <td />}
        <Numbers sum={line.sum} formats={formats} />
      </tr>
      {isOpen(path) && <Within {...shared} path={path} />}
    </>
  );
}

const Quiet = ({ query, text }: { readonly query: ReportQuery; readonly text: string }) => (
  <tr class="second">
    <td colSpan={query.group === 'project' ? 6 : 5} class="quiet">
      {text}
    </td>
  </tr>
);

interface NumbersProps {
  readonly sum: Sum;
  readonly formats: Formats;
  readonly rate?: boolean;
}

/** Time, billable time, rate and amount; one line a currency. */
export function Numbers({ sum, formats, rate = false }: NumbersProps) {
  const amounts = amountLines(sum, formats);
  const rates = rateLines(sum, formats);
  return (
    <>
      <td class="r num">{formats.duration(sum.ms)}</td>
      <td class="r num">{sum.billable === 0 ? '–' : formats.duration(sum.billable)}</td>
      <td class="r num muted">
        {rate && (rates.length === 0 ? '–' : rates.map((line) => <div key={line}>{line}</div>))}
      </td>
      <td class="r num">{amounts.length === 0 ? '–' : amounts.map((line) => <div key={line}>{line}</div>)}</td>
    </>
  );
}
