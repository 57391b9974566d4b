import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../lib/domain/civil.ts';
import type { Day, Id, Instant, Page } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { dayText } from '../words-of-time.ts';
import { EntryRow } from './EntryRow.tsx';
import type { EntryActions } from './entry-actions.ts';
import { focusNextTo } from './entry-focus.ts';
import { DayTotal } from './Totals.tsx';
import type { PopupData } from './types.ts';

interface Props {
  readonly data: PopupData;
  /** Milliseconds of stopped entries by day. */
  readonly done: ReadonlyMap<Day, number>;
  readonly zone: string;
  readonly now: () => Instant;
  readonly on: EntryActions;
}

/** Rows drawn at first, more than a popup shows; and with each step of scrolling. */
const FIRST = 12;
const STEP = 120;

/** The last 30 days, newest first, drawn as far as they are looked at. */
export function EntryList({ data, done, zone, now, on }: Props) {
  const [rows, setRows] = useState(FIRST);
  const today = dayOf(now(), zone);
  const shown = useMemo(() => firstRows(data.pages, rows), [data.pages, rows]);
  const total = useMemo(() => data.pages.reduce((count, page) => count + page.entries.length, 0), [data.pages]);
  return (
    <>
      <ul class="entries" aria-label={t('recentEntries')} onKeyDown={(event) => onKey(event, data.pages, on)}>
        {shown.map(({ page, count }) => [
          <li class="day" key={page.day}>
            <h2>{dayText(page.day, today)}</h2>
            <DayTotal
              done={done.get(page.day) ?? 0}
              day={page.day}
              running={page.day === today ? data.running : null}
              now={now}
            />
          </li>,
          <DayRows
            key={`${page.day} rows`}
            page={page}
            count={count}
            data={data}
            resumes={data.running?.resumes}
            on={on}
          />,
        ])}
      </ul>
      {rows < total && <Further key={rows} onSeen={() => setRows(rows + STEP)} />}
    </>
  );
}

/** As many entries as asked for, by day. */
function firstRows(pages: readonly Page[], rows: number): { page: Page; count: number }[] {
  const shown: { page: Page; count: number }[] = [];
  let left = rows;
  for (const page of pages) {
    if (left <= 0) break;
    if (page.entries.length > 0) shown.push({ page, count: Math.min(left, page.entries.length) });
    left -= page.entries.length;
  }
  return shown;
}

interface DayProps extends Pick<Props, 'data' | 'on'> {
  readonly page: Page;
  readonly count: number;
  /** The entry that what runs goes on from after a break. */
  readonly resumes: Id | undefined;
}

function DayRows({ page, count, data, resumes, on }: DayProps) {
  const { projects, clients } = data;
  const latest = useRef(on);
  latest.current = on;
  // The same element again is not compared: a change elsewhere costs these rows nothing.
  return useMemo(() => {
    const newestFirst = page.entries.toReversed().slice(0, count);
    return (
      <>
        {newestFirst.map((entry, i) => {
          const address = { day: page.day, id: entry.id };
          const project = projects.get(entry.projectId ?? '');
          const later = i === 0 ? { resumes, start: data.running?.start } : newestFirst[i - 1];
          return (
            <EntryRow
              key={entry.id}
              breakAfter={later?.resumes === entry.id && later.start ? later.start - entry.end : 0}
              entry={entry}
              project={project}
              client={clients.get(project?.clientId ?? '')}
              onEdit={() => latest.current.edit(entry, address)}
              onContinue={() => latest.current.again(entry, address)}
            />
          );
        })}
      </>
    );
  }, [page, count, projects, clients, resumes]);
}

/** Stands below the drawn rows; says when it is about to be seen. */
function Further({ onSeen }: { readonly onSeen: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), { rootMargin: '800px' });
    if (mark.current) seen.observe(mark.current);
    return () => seen.disconnect();
  }, []);
  return <div class="further" ref={mark} />;
}

function onKey(event: KeyboardEvent, pages: readonly Page[], on: EntryActions): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]') : null;
  const id = row?.dataset['entry'];
  const page = pages.find(({ entries }) => entries.some((entry) => entry.id === id));
  const entry = page?.entries.find((each) => each.id === id);
  if (!entry || !page || event.ctrlKey || event.metaKey || event.altKey) return;
  const address = { day: page.day, id: entry.id };
  if (event.key === 'ArrowDown') focusNextTo(entry.id, 1);
  else if (event.key === 'ArrowUp') focusNextTo(entry.id, -1);
  else if (event.key.toLowerCase() === 'c') on.again(entry, address);
  else if (event.key === 'Delete') {
    if (!focusNextTo(entry.id, 1)) focusNextTo(entry.id, -1);
    on.remove(entry, address);
  } else return;
  event.preventDefault();
}
