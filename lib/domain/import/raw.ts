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

/** Makes raw rows of one file; all alike, so that the browser stores them tightly. */
export function rawRows(columns: Columns, texts: Texts): (cells: readonly string[], line: number) => RawRow {
  const fields = Object.entries(columns) as [Field, number][];
  return (cells, line) => {
    const row: { [F in Field]?: string } & { line: number } = { line };
    for (const [field, at] of fields) row[field] = texts.once(cells[at] ?? '');
    return row;
  };
}
