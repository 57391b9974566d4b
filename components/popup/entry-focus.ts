import { focusDescription, focusIn } from './list-focus.ts';

const rowOf = (entryId: string) => document.querySelector(`[data-entry="${CSS.escape(entryId)}"]`);

/** Focuses the entry before (-1) or after (1) another; before the first one stands the description. */
export function focusNextTo(entryId: string, step: -1 | 1): boolean {
  let row = rowOf(entryId);
  do row = (step === 1 ? row?.nextElementSibling : row?.previousElementSibling) ?? null;
  while (row && !row.matches('[data-entry]'));
  if (!row && step === -1) focusDescription();
  return focusIn(row);
}

export function focusEntry(entryId: string): void {
  if (!focusIn(rowOf(entryId))) focusDescription();
}
