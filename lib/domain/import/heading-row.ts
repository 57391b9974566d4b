import { readAnyDate } from './dates.ts';
import { usualNames } from './fields.ts';
import { plainHeading } from './headings.ts';

const known = new Set([...Object.values(usualNames).flat(), 'email', 'e-mail', 'first name', 'group', 'project code']);

const knownIn = (cells: readonly string[]): number =>
  new Set(cells.map(plainHeading).filter((it) => known.has(it))).size;

/** Where the headings of a table stand. */
export interface HeadingRow {
  /** Which of the candidates it is. */
  readonly candidate: number;
  /** Above it are titles and blank lines; -1: there is none, the table begins with its first row. */
  readonly row: number;
  readonly headings: readonly string[];
}

const FEWEST = 2;

/**
 * Finds the headings among the first rows of a file.
 * @param candidates the rows as each sign that may separate them makes them, the likeliest first
 */
export function findHeadingRow(candidates: readonly (readonly (readonly string[])[])[]): HeadingRow {
  const all = candidates.flatMap((rows, candidate) => rows.map((cells, row) => ({ candidate, row, headings: cells })));
  const best = all.reduce<{ score: number; at: HeadingRow | null }>(
    (found, at) => {
      const score = knownIn(at.headings);
      return score > found.score ? { score, at } : found;
    },
    { score: FEWEST - 1, at: null },
  );
  return best.at ?? widestFirst(all);
}

/** The sign that makes the most columns of the first row that says anything. */
function widestFirst(all: readonly HeadingRow[]): HeadingRow {
  const firsts = all.filter(
    ({ candidate, headings }, i) =>
      headings.some((cell) => cell.trim() !== '') &&
      !all
        .slice(0, i)
        .some((other) => other.candidate === candidate && other.headings.some((cell) => cell.trim() !== '')),
  );
  const widest = firsts.reduce<HeadingRow | undefined>(
    (best, at) => (best && best.headings.length >= at.headings.length ? best : at),
    undefined,
  );
  if (!widest) return { candidate: 0, row: 0, headings: [] };
  const isData = widest.headings.some((cell) => readAnyDate(cell) !== null);
  return isData ? { ...widest, row: widest.row - 1, headings: widest.headings.map(() => '') } : widest;
}
