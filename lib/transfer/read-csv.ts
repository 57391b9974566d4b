import Papa from 'papaparse';
import type { Unreadable } from '../domain/import/convert.ts';
import { OrderFinder, type OrderFound } from '../domain/import/dates.ts';
import { type Columns, currencyOfHeading } from '../domain/import/fields.ts';
import { type RawRow, rawRows, Texts } from '../domain/import/raw.ts';
import { detectSource, type Source, suffices } from '../domain/import/source.ts';
import { saysZone } from '../domain/import/zoned.ts';
import { FileProblem } from './problem.ts';
import { breathe, type Task } from './progress.ts';

export interface BadLine {
  readonly line: number;
  readonly reason: Unreadable;
}

/** A file of somebody's entries, read but not yet understood to the last. */
export interface ReadFile {
  readonly name: string;
  readonly source: Source;
  readonly headings: readonly string[];
  readonly columns: Columns;
  /** The first rows, to match columns by. */
  readonly samples: readonly (readonly string[])[];
  readonly rows: readonly RawRow[];
  readonly bad: readonly BadLine[];
  readonly order: OrderFound;
  /** Whether a zone has to be said for times that carry none. */
  readonly needsZone: boolean;
  /** Whether rows have lengths only, so that they are placed one after the other. */
  readonly placed: boolean;
  /** Whose entries they are, where the file says. */
  readonly users: readonly string[];
  /** What a money column names. */
  readonly currency: string | null;
  readonly encoding: string | null;
}

const CHUNK = 2_000_000;
const MOST_COLUMNS = 500;
const SAMPLES = 3;

interface Table {
  headings: readonly string[];
  samples: (readonly string[])[];
  rows: RawRow[];
  bad: BadLine[];
}

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 1);

/**
 * Reads a CSV whose columns are known by their headings, or matched by hand.
 * @param byHand instead of what the headings say
 * @throws {FileProblem | Cancelled}
 */
export async function readCsv(
  name: string,
  { text, encoding }: { readonly text: string; readonly encoding: string | null },
  byHand: Columns | null,
  task: Task,
): Promise<ReadFile> {
  const table: Table = { headings: [], samples: [], rows: [], bad: [] };
  let source: Source = 'plain';
  let columns: Columns = {};
  let makeRow: ((cells: readonly string[], line: number) => RawRow) | null = null;
  let line = 0;
  const texts = new Texts();

  const take = (cells: readonly string[]): void => {
    const at = line + 1;
    line += linesIn(cells);
    if (cells.length === 1 && cells[0]?.trim() === '') return;
    if (at === 1 && /^\ufeff?sep=/.test(cells[0] ?? '')) return;
    if (!makeRow) {
      if (cells.length > MOST_COLUMNS) throw new FileProblem('tooManyColumns');
      table.headings = cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
      const detected = detectSource(table.headings);
      source = byHand ? 'plain' : detected.source;
      columns = byHand ?? detected.columns;
      makeRow = rawRows(columns, texts);
      return;
    }
    if (table.samples.length < SAMPLES) table.samples.push(cells.map((cell) => cell.slice(0, 100)));
    // one cell fewer than columns in use: the line was cut
    const needed = Math.max(-1, ...Object.values(columns).filter((column) => column !== undefined));
    if (cells.length < table.headings.length && cells.length <= needed)
      table.bad.push({ line: at, reason: 'halfLine' });
    else table.rows.push(makeRow(cells, at));
  };

  await parse(text, task, take, () => table.bad.push({ line, reason: 'openQuote' }));
  if (!makeRow || table.rows.length + table.bad.length === 0) throw new FileProblem('noRows');
  return {
    ...{ name, source, columns, encoding, headings: table.headings, samples: table.samples },
    ...{ rows: table.rows, bad: table.bad, ...looked(table.rows) },
    placed: !['startTime', 'start'].some((field) => field in columns),
    currency: moneyIn(table.headings),
  };
}

const moneyIn = (headings: readonly string[]): string | null =>
  headings.map(currencyOfHeading).find((currency) => currency !== null) ?? null;

/** What the whole of the file says of its dates, zones and people. */
function looked(rows: readonly RawRow[]): Pick<ReadFile, 'order' | 'needsZone' | 'users'> {
  const finder = new OrderFinder();
  const users = new Set<string>();
  let needsZone = false;
  for (const row of rows) {
    finder.see(row.startDate ?? row.date ?? row.start ?? '');
    if (row.endDate !== undefined) finder.see(row.endDate);
    needsZone ||= !saysZone(row);
    if (users.size < 100 && row.user?.trim()) users.add(row.user.trim());
  }
  return { order: finder.found, needsZone, users: [...users].sort() };
}

/** Whether entries can be made of it, or columns have to be matched first. */
export const isUnderstood = ({ columns, source }: ReadFile): boolean => source !== 'plain' || suffices(columns);

const HEADING = 65_536;
/** What Excel writes first, to say what separates. */
const excelSign = /^\ufeff?sep=(.)\r?\n/;

/** By the headings alone: the sign that makes the most columns of them. Cells further down may hold any sign. */
function delimiterOf(text: string): string {
  const start = text.slice(0, HEADING);
  const said = excelSign.exec(start)?.[1];
  if (said) return said;
  const columns = (delimiter: string): number =>
    Papa.parse<string[]>(start, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return [',', ';', '\t', '|'].reduce((best, sign) => (columns(sign) > columns(best) ? sign : best));
}

function parse(
  text: string,
  task: Task,
  take: (cells: readonly string[]) => void,
  onOpenQuote: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let done = 0;
    Papa.parse<string[]>(text, {
      delimiter: delimiterOf(text),
      chunkSize: CHUNK,
      chunk: ({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        // The next slice waits until the page has breathed.
        parser.pause();
        done = meta.cursor;
        const goOn = async (): Promise<void> => {
          for (const cells of data) take(cells);
          if (errors.some(({ code }) => code === 'MissingQuotes')) onOpenQuote();
          await breathe(task, done / text.length);
          parser.resume();
        };
        goOn().catch((problem: unknown) => {
          parser.abort();
          reject(problem);
        });
      },
      complete: () => resolve(),
      error: (problem: Error) => reject(problem),
    });
  });
}
