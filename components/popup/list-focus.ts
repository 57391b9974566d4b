/** Rows in the order they stand; the list finds its way by the document. */
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-entry]')];

const focusRow = (row: HTMLElement | undefined): boolean => {
  row?.querySelector<HTMLElement>('.open')?.focus();
  return row !== undefined;
};

export const focusDescription = (): void => document.getElementById('description')?.focus();
export const focusFirstEntry = (): boolean => focusRow(rows()[0]);

/** Focuses the entry before (-1) or after (1) another; before the first one stands the description. */
export function focusNextTo(entryId: string, step: -1 | 1): boolean {
  const all = rows();
  const at = all.findIndex((row) => row.dataset['entry'] === entryId);
  const found = at === -1 ? false : focusRow(all[at + step]);
  if (!found && step === -1) focusDescription();
  return found;
}

export function focusEntry(entryId: string): void {
  if (!focusRow(rows().find((row) => row.dataset['entry'] === entryId))) focusDescription();
}
