import { byId } from '../domain/by-id.ts';
import type { CatalogueKind, Things } from '../domain/catalogue.ts';
import { dayOf } from '../domain/civil.ts';
import type { Day, Id, TimeEntry } from '../domain/entry.ts';
import { CatalogueByName } from '../domain/import/catalogue.ts';
import { nameOf, textOf } from '../domain/import/cell-text.ts';
import { Converter, type Span } from '../domain/import/convert.ts';
import { entryOf } from '../domain/import/entry.ts';
import type { RawRow } from '../domain/import/raw.ts';
import type { AlreadyThere, Placed } from '../domain/import/same.ts';
import type { Source } from '../domain/import/source.ts';
import type { DurationUnit } from '../domain/import/times.ts';
import type { DateOrder } from '../domain/locale.ts';
import { newId } from '../platform/ids.ts';
import type { JournalQueries } from '../storage/queries.ts';
import { lookForSame } from './look-for-same.ts';
import { breathe, type Task } from './progress.ts';
import type { BadLine, ReadFile } from './read-csv.ts';
import { readThings } from './read-entries.ts';

/** What a person says of a file that does not say it itself. */
export interface Choices {
  readonly order: DateOrder;
  readonly zone: string;
  /** Milliseconds after midnight. */
  readonly dayStart: number;
  /** Whose entries; null: everybody's. */
  readonly user: string | null;
  /** Of money that names none. */
  readonly currency: string;
  /** What durations count that name no unit. */
  readonly unit: DurationUnit;
}

/** What an import will do, worked out to the last entry; nothing is written yet. */
export interface Prepared {
  /** The commit it was worked out on. */
  readonly n: number;
  readonly importId: Id;
  readonly name: string;
  readonly pages: ReadonlyMap<Day, readonly TimeEntry[]>;
  readonly made: Things;
  readonly create: number;
  readonly skipped: number;
  /** In order of lines. */
  readonly bad: readonly BadLine[];
  /** Milliseconds of all that will be created. */
  readonly ms: number;
  /** Whether rates come from amounts, because the file has no others. */
  readonly ratesWorkedOut: boolean;
}

const SLICE = 4000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

interface Understood {
  readonly rows: readonly RawRow[];
  readonly spans: readonly Span[];
  readonly bad: readonly BadLine[];
}

/** Works out what an import of the file would do. @throws {Cancelled} */
export async function prepareImport(
  file: ReadFile,
  choices: Choices,
  queries: JournalQueries,
  task: Task,
): Promise<Prepared> {
  const part = (from: number, to: number): Task => ({
    ...task,
    onProgress: (share) => task.onProgress?.(from + share * (to - from)),
  });
  const understood = await understand(file, choices, part(0, 0.4));
  const journal = await readJournal(queries);
  const sought = { source: file.source, spans: understood.spans, things: journal.things };
  const there = await lookForSame(sought, queries, part(0.4, 0.6));
  return build(file, choices, { understood, journal, there }, part(0.6, 1));
}

async function understand(file: ReadFile, choices: Choices, task: Task): Promise<Understood> {
  const converter = new Converter({ ...choices, source: file.source });
  const rows: RawRow[] = [];
  const spans: Span[] = [];
  const bad: BadLine[] = [...file.bad];
  const isChosen = (row: RawRow): boolean => choices.user === null || row.user?.trim() === choices.user;
  if (file.placed) for (const row of file.rows) if (isChosen(row)) converter.see(row);
  for (const [i, row] of file.rows.entries()) {
    if (i % SLICE === 0) await breathe(task, i / file.rows.length);
    if (!isChosen(row)) continue;
    const span = converter.convert(row);
    if (typeof span === 'string') bad.push({ line: row.line, reason: span });
    else {
      rows.push(row);
      spans.push(span);
    }
  }
  return { rows, spans, bad: bad.sort((a, b) => a.line - b.line) };
}

const readJournal = (queries: JournalQueries) =>
  queries.read(async (reader) => {
    const header = await reader.begin();
    const [settings, counters] = await Promise.all([reader.settings(), reader.counters()]);
    return { n: header?.n ?? 0, settings, counters, things: await readThings(reader) };
  });

interface Parts {
  readonly understood: Understood;
  readonly journal: Awaited<ReturnType<typeof readJournal>>;
  readonly there: AlreadyThere;
}

/** Only a project has tasks. */
const workOf = (row: RawRow, source: Source): Placed => {
  const project = nameOf(row.project, source);
  return { project, task: project && nameOf(row.task, source) };
};

async function build(file: ReadFile, choices: Choices, parts: Parts, task: Task): Promise<Prepared> {
  const { understood, journal, there } = parts;
  const now = Date.now();
  const catalogue = new CatalogueByName(journal.things, { now, newId, numbers: journal.counters });
  const importId = newId();
  const bringing = {
    ...{ source: file.source, importId, now, catalogue, defaultRate: journal.settings.defaultRate },
    clients: byId(journal.things.client),
    currency: file.currency ?? choices.currency,
    workedOut: 0,
  };
  const pages = new Map<Day, TimeEntry[]>();
  const used = new Set<Id>();
  let [create, skipped, ms] = [0, 0, 0];
  for (const [i, row] of understood.rows.entries()) {
    if (i % SLICE === 0) await breathe(task, i / understood.rows.length);
    const span = understood.spans[i];
    if (!span) continue;
    const given = nameOf(row.id, file.source).toLowerCase();
    const text = textOf(row.description, file.source);
    if (there.takes(span, text, given, () => workOf(row, file.source))) {
      skipped += 1;
      continue;
    }
    const id = file.source === 'ours' && uuid.test(given) && !used.has(given) ? given : newId();
    used.add(id);
    create += 1;
    ms += span.end - span.start;
    const entry = entryOf(row, span, { id, number: journal.counters.entry + create }, bringing);
    const day = dayOf(span.start, span.zone);
    const page = pages.get(day);
    if (page) page.push(entry);
    else pages.set(day, [entry]);
  }
  return {
    n: journal.n,
    importId,
    name: file.name,
    pages,
    made: catalogue.made,
    create,
    skipped,
    bad: understood.bad,
    ms,
    ratesWorkedOut: bringing.workedOut > 0,
  };
}

export const madeIds = (made: Things): Readonly<Record<CatalogueKind, readonly Id[]>> => ({
  client: made.client.map(({ id }) => id),
  project: made.project.map(({ id }) => id),
  task: made.task.map(({ id }) => id),
  tag: made.tag.map(({ id }) => id),
});
