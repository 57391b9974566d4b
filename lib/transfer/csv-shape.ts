import Papa from 'papaparse';
import { findHeadingRow } from '../domain/import/heading-row.ts';

/** How a file is made of rows and cells. */
export interface CsvShape {
  /** With one kind of line end. */
  readonly text: string;
  readonly delimiter: string;
  readonly headings: readonly string[];
  /** So many rows are the headings and what stands above them. */
  readonly rowsAbove: number;
  /** The first of the others. */
  readonly samples: readonly (readonly string[])[];
}

const LOOKED_AT = 65_536;
const ROWS = 20;
/** What Excel writes first, to say what separates. */
const excelSign = /^\ufeff?"?sep=(.)"?\r?\n/;
const quotedText = /"[^"]*"/g;

/** Files put together from two have two kinds of line end. */
function withOneLineEnd(text: string): string {
  const start = text.slice(0, LOOKED_AT).replace(quotedText, '');
  const isMixed = start.includes('\r\n') && /(?:^|[^\r])\n|\r(?!\n|$)/.test(start);
  return isMixed ? text.replace(/\r\n?/g, '\n') : text;
}

/** By the headings: what stands above them is no table, and cells further down may hold any sign. */
export function shapeOf(original: string): CsvShape {
  const text = withOneLineEnd(original.replace(/^\ufeff/, ''));
  const start = text.slice(0, LOOKED_AT);
  const said = excelSign.exec(start)?.[1];
  const signs = said ? [said] : [',', ';', '\t', '|'];
  const candidates = signs.map((delimiter) => {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: ROWS });
    return said ? [[], ...data.slice(1)] : data;
  });
  const { candidate, row, headings } = findHeadingRow(candidates);
  const samples = (candidates[candidate] ?? [])
    .slice(row + 1)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
  return {
    ...{ text, delimiter: signs[candidate] ?? ',', rowsAbove: row + 1, samples },
    headings: headings.map((heading) => heading.trim()),
  };
}
