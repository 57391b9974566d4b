import type { Columns, Field } from './fields.ts';

/** A row of a file: the cells of the fields that were found, as they stand there. */
export type RawRow = Partial<Readonly<Record<Field, string>>> & {
  /** In the file, 1 for the first. */
  readonly line: number;
};

/** A text is kept once however often it comes: a million rows name a few thousand things. */
export class Texts {
  readonly #known = new Map<string, string>();

  once(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size < 200_000) this.#known.set(text, text);
    return text;
  }
}

/** A column of money and what it is in. */
export interface MoneyColumn {
  readonly at: number;
  readonly currency: string;
}

/**
 * Makes raw rows of one file; all alike, so that the browser stores them tightly.
 * @param amounts one a currency, where a file has several: of these a row fills one
 */
export function rawRows(
  columns: Columns,
  texts: Texts,
  amounts: readonly MoneyColumn[] = [],
): (cells: readonly string[], line: number) => RawRow {
  const fields = Object.entries(columns) as [Field, number][];
  return (cells, line) => {
    const row: { [F in Field]?: string } & { line: number } = { line };
    for (const [field, at] of fields) row[field] = texts.once(cells[at] ?? '');
    if (row.lastName) row.user = texts.once(`${row.user ?? ''} ${row.lastName}`.trim());
    const filled = amounts.find(({ at }) => /[1-9]/.test(cells[at] ?? ''));
    if (filled) {
      row.amount = cells[filled.at] ?? '';
      row.currency = filled.currency;
    }
    return row;
  };
}

const total =
  /^\s*(grand total|totals?|sum|summe|gesamt|gesamtsumme|insgesamt|totale|totaal|totalt|razem|suma|celkem)\b/i;

/** Whether a row without a date adds up the others. */
export const isTotal = (row: RawRow): boolean =>
  [row.user, row.client, row.project, row.task, row.description, row.date, row.startDate, row.start, row.tags].some(
    (text) => text !== undefined && total.test(text),
  );
