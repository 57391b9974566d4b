import { markdownTable } from '../lib/domain/export/markdown.ts';

/** What a person reads in a cell: what is typed in its field, else its words on one line. */
function textOf(cell: HTMLTableCellElement): string {
  const field = cell.querySelector('input');
  const text = field ? field.value : cell.innerText;
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Puts a table of the page on the clipboard as Markdown, as it is shown.
 * @returns how many rows it has below its heading
 */
export async function copyTable(table: HTMLTableElement): Promise<number> {
  const [head = [], ...rows] = [...table.rows].map((row) => [...row.cells].map(textOf));
  await navigator.clipboard.writeText(markdownTable(head, rows));
  return rows.length;
}
