import { useRef } from 'preact/hooks';
import { addDays } from '../../../lib/domain/civil.ts';
import type { Day, Id, Instant, Span, TimeEntry } from '../../../lib/domain/entry.ts';
import { dayInColumn } from '../../../lib/domain/format-days.ts';
import {
  type CellPlan,
  planCell,
  type RowWork,
  rowKey,
  type SheetCell,
  sheetOf,
} from '../../../lib/domain/timesheet.ts';
import { t } from '../../../lib/platform/words.ts';
import { type JournalReader, useJournalQueries } from '../../hooks/useJournal.ts';
import { addressOf } from '../../popup/address-of.ts';
import type { Commands } from '../../popup/useCommands.ts';
import { descriptionInSentence } from '../../words-of-time.ts';
import { readNamed, workName } from '../named.ts';
import { withOverlap } from '../overlap-words.ts';
import { type Formats, formatsOf } from '../reports/formats.ts';

/** What became of a typed cell: taken or refused by the worker, wrong in words, or to be looked at entry by entry. */
export type CellOutcome = { readonly saved: boolean } | { readonly wrong: string } | { readonly open: true };

export interface TypedCell {
  readonly row: RowWork;
  readonly day: Day;
  /** Milliseconds. */
  readonly ms: number;
}

/** What is to be done, with what it was made from: the journal as it stands now, not as it was drawn. */
interface Planned {
  readonly plan: CellPlan;
  readonly formats: Formats;
  readonly near: readonly TimeEntry[];
  readonly name: string;
  readonly billable: boolean;
}

async function planTyped(reader: JournalReader, { row, day, ms }: TypedCell, now: Instant): Promise<Planned> {
  const [settings, running, near, named] = await Promise.all([
    reader.settings(),
    reader.running(),
    reader.entriesOn(addDays(day, -1), addDays(day, 1)),
    readNamed(reader, [row]),
  ]);
  const formats = formatsOf(settings, now);
  const sheet = sheetOf([day], near, running, now, [row]);
  const empty: SheetCell = { day, ms: 0, entries: [], running: false };
  const cell = sheet.rows.find((other) => rowKey(other) === rowKey(row))?.cells[0] ?? empty;
  return {
    plan: planCell(cell, ms, { day, zone: formats.zone, taken: near, running, workingHours: settings.workingHours }),
    formats,
    near,
    name: workName(named, row),
    billable: named.project.get(row.projectId ?? '')?.billable ?? false,
  };
}

function add(commands: Commands, { row, day }: TypedCell, { start, end }: Span, planned: Planned) {
  const { name, formats, billable } = planned;
  const chosen = (id: Id | null) => (id === null ? null : { id });
  const work = { description: '', project: chosen(row.projectId), task: chosen(row.taskId), tags: [], billable };
  const { zone, time, duration, locale } = formats;
  const text = t(
    'addedToRow',
    duration(end - start),
    name,
    dayInColumn(day, locale),
    time(start, zone),
    time(end, zone),
  );
  return commands.run({ type: 'entry.add', work, start, end }, ({ undo }) => commands.say(text, undo));
}

function moveEnd(
  commands: Commands,
  { day }: TypedCell,
  entry: TimeEntry,
  end: Instant,
  { name, near, formats }: Planned,
) {
  const done = t('endMoved', name, dayInColumn(day, formats.locale), formats.time(end, entry.zone));
  return commands.run({ type: 'entry.update', entry: addressOf(entry), end }, ({ undo }) =>
    commands.say(withOverlap(done, { start: entry.start, end }, near, entry.id), undo),
  );
}

function remove(commands: Commands, entry: TimeEntry, { formats }: Planned) {
  const length = formats.duration(entry.end - entry.start);
  return commands.run({ type: 'entry.delete', entry: addressOf(entry) }, ({ undo }) =>
    commands.say(t('deletedEntry', descriptionInSentence(entry.description), length), undo),
  );
}

async function carryOut(commands: Commands, typed: TypedCell, planned: Planned): Promise<CellOutcome> {
  const { plan } = planned;
  switch (plan.does) {
    case 'nothing':
      return { saved: false };
    case 'open':
      return { open: true };
    case 'refuse':
      if (plan.why === 'running') return { wrong: t('cellRunning') };
      return {
        wrong: t('cellNoRoom', dayInColumn(typed.day, planned.formats.locale), planned.formats.duration(typed.ms)),
      };
    case 'delete':
      return { saved: await remove(commands, plan.entry, planned) };
    case 'end':
      return { saved: await moveEnd(commands, typed, plan.entry, plan.end, planned) };
    case 'add':
      return { saved: await add(commands, typed, plan, planned) };
  }
}

/** Saves typed cells one after the other: each finds its place among what the one before it added. */
export function useCellSaving(commands: Commands, now: () => Instant) {
  const queries = useJournalQueries();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (typed: TypedCell): Promise<CellOutcome> => {
    const mine = last.current.then(async () => {
      const planned = await queries.read((reader) => planTyped(reader, typed, now()));
      return carryOut(commands, typed, planned);
    });
    last.current = mine.catch(() => undefined);
    return mine;
  };
}
