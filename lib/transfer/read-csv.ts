import Papa from 'papaparse';
import { hasDates } from '../domain/import/content.ts';
import type { Unreadable } from '../domain/import/convert.ts';
import type { OrderFound } from '../domain/import/dates.ts';
import type { Columns } from '../domain/import/fields.ts';
import { lookedThrough } from '../domain/import/looked.ts';
import { currencyOf, moneyColumns } from '../domain/import/money.ts';
import { type RawRow, rawRows, Texts } from '../domain/import/raw.ts';
import { detectSource, type Source, suffices } from '../domain/import/source.ts';
import type { DurationUnit } from '../domain/import/times.ts';
import { unitOf } from '../domain/import/unit.ts';
import { type CsvShape, shapeOf } from './csv-shape.ts';
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
  /** Whether some rows have lengths only, so that they are placed one after the other. */
  readonly placed: boolean;
  /** What durations count that name no unit; null: a person has to say. */
  readonly unit: DurationUnit | null;
  /** Whose entries they are, where the file says. */
  readonly users: readonly string[];
  /** What a money column names. */
  readonly currency: string | null;
  readonly encoding: string | null;
}

const CHUNK = 2_000_000;
const MOST_COLUMNS = 500;
const SAMPLES = 3;

interface Text {
  readonly text: string;
  readonly encoding: string | null;
}

/**
 * Reads a CSV whose columns are known by their headings, or matched by hand.
 * @param byHand instead of what the headings say
 * @throws {FileProblem | Cancelled}
 */
export async function readCsv(name: string, file: Text, byHand: Columns | null, task: Task): Promise<ReadFile> {
  const shape = shapeOf(file.text);
  if (shape.headings.length > MOST_COLUMNS) throw new FileProblem('tooManyColumns');
  const detected = detectSource(shape.headings, shape.samples);
  const source = byHand ? 'plain' : detected.source;
  const columns = byHand ?? detected.columns;
  const table = new TableReader(shape, columns);
  await parse(shape, task, table);
  const { rows, bad } = table;
  if (rows.length + bad.length === 0) throw new FileProblem('noRows');
  if (source === 'plain' && !hasDates(columns, shape.samples)) throw new FileProblem('noDates');
  const samples = shape.samples.slice(0, SAMPLES).map((cells) => cells.map((cell) => cell.slice(0, 100)));
  return {
    ...{ name, source, columns, encoding: file.encoding, samples, rows, bad, ...lookedThrough(rows) },
    ...{ headings: shape.headings, currency: currencyOf(shape.headings, columns) },
    unit: source === 'plain' ? unitOf(shape.headings[columns.duration ?? -1] ?? '', rows) : 'hours',
  };
}

/** Whether entries can be made of it, or columns have to be matched first. */
export const isUnderstood = ({ columns, source }: ReadFile): boolean => source !== 'plain' || suffices(columns);

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 1);

/** Makes rows of cells, and says which lines are none. */
class TableReader {
  readonly rows: RawRow[] = [];
  readonly bad: BadLine[] = [];
  readonly #shape: CsvShape;
  readonly #makeRow: (cells: readonly string[], line: number) => RawRow;
  /** Without these cells no entry can be made. */
  readonly #needed: number;
  #taken = 0;
  #line = 0;
  #widest = 0;

  constructor(shape: CsvShape, columns: Columns) {
    this.#shape = shape;
    this.#makeRow = rawRows(columns, new Texts(), moneyColumns(shape.headings));
    const { start, startDate, date, startTime, end, endDate, endTime, duration } = columns;
    const ends = end ?? endTime ?? duration;
    this.#needed = Math.max(-1, ...[start, startDate, date, startTime, endDate, ends].map((at) => at ?? -1));
  }

  take(cells: readonly string[], isCut: boolean): void {
    const at = this.#line + 1;
    this.#line += linesIn(cells);
    this.#taken += 1;
    const { headings, rowsAbove } = this.#shape;
    if (this.#taken <= rowsAbove || cells.every((cell) => cell.trim() === '')) return;
    // files put together have their headings again in the middle
    if (cells.length === headings.length && cells.every((cell, i) => cell.trim() === headings[i])) return;
    const reason = this.#problemOf(cells, isCut);
    this.#widest = Math.max(this.#widest, cells.length);
    if (reason) this.bad.push({ line: at, reason });
    else this.rows.push(this.#makeRow(cells, at));
  }

  /** @param isCut whether the file ends within the line */
  #problemOf(cells: readonly string[], isCut: boolean): Unreadable | null {
    const { headings } = this.#shape;
    if (cells.length > headings.length) {
      return cells.slice(headings.length).some((cell) => cell.trim() !== '') ? 'longLine' : null;
    }
    if (cells.length === headings.length) return null;
    return cells.length <= this.#needed || (isCut && cells.length < (this.#widest || headings.length))
      ? 'halfLine'
      : null;
  }

  openQuote(): void {
    this.bad.push({ line: this.#line, reason: 'openQuote' });
  }
}

function parse({ text, delimiter }: CsvShape, task: Task, table: TableReader): Promise<void> {
  const endsWhole = /[\r\n]$/.test(text);
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter,
      chunkSize: CHUNK,
      chunk: ({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        // The next slice waits until the page has breathed.
        parser.pause();
        const done = meta.cursor;
        const goOn = async (): Promise<void> => {
          const last = done >= text.length && !endsWhole ? data.length - 1 : -1;
          for (const [i, cells] of data.entries()) table.take(cells, i === last);
          if (errors.some(({ code }) => code === 'MissingQuotes')) table.openQuote();
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
