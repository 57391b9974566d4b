export const focusIn = (row: Element | null | undefined): boolean => {
  row?.querySelector<HTMLElement>('.open')?.focus();
  return Boolean(row);
};

export const focusDescription = (): void => document.getElementById('description')?.focus();
export const focusFirstEntry = (): boolean => focusIn(document.querySelector('[data-entry]'));
