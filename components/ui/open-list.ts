import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Option } from './Listbox.tsx';
import { movedBy } from './list-keys.ts';

export interface Asked {
  readonly query: string;
}

interface Source {
  readonly options: (query: string) => readonly Option[];
  readonly many: boolean;
  readonly asked: Asked | null;
  readonly onOpen: () => void;
  readonly onChoose: (option: Option) => void;
  readonly onEscape: (typed: string) => void;
  readonly onBackspace: () => void;
}

/** Options drawn at once; the rest is found by typing. */
const SHOWN = 100;

/** The last option may be the one that creates: it is always shown. */
const cut = (options: readonly Option[]): readonly Option[] =>
  options.length > SHOWN ? [...options.slice(0, SHOWN - 1), ...options.slice(-1)] : options;

const sameName = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

/** The state of a field's list: closed, or open with what is typed (null: nothing yet) and which option is active. */
export function useOpenList(source: Source) {
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const offered = open ? source.options((typed ?? '').trim()) : [];
  const shown = cut(offered);
  const active = moved ?? (typed ? 0 : shown.findIndex((option) => option.selected));

  const show = () => {
    if (!open) source.onOpen();
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setTyped(null);
    setMoved(null);
  };
  const type = (query: string) => {
    show();
    setTyped(query);
    setMoved(null);
  };
  const choose = (option: Option) => {
    source.onChoose(option);
    close();
    if (source.many) setOpen(true);
  };
  /** What was typed in full counts as chosen; the rest is left as it was. */
  const leave = () => {
    const name = (typed ?? '').trim();
    const exact =
      name === '' ? undefined : shown.find((option) => option.create === undefined && sameName(option.label, name));
    if (exact && !exact.selected) source.onChoose(exact);
    close();
  };
  // Before the next key: what is typed on must land in this field.
  useLayoutEffect(() => {
    if (!source.asked) return;
    type(source.asked.query);
    field.current?.focus();
  }, [source.asked]);
  return {
    ...source,
    field,
    open,
    typed,
    active,
    shown,
    more: offered.length > SHOWN,
    show,
    close,
    type,
    choose,
    leave,
    setMoved,
  };
}

export type OpenList = ReturnType<typeof useOpenList>;

/** @returns whether the key was for the list and nobody else */
export function onListKey(event: KeyboardEvent, list: OpenList): boolean {
  const { key } = event;
  if (key === 'Backspace' && list.many && !list.typed) list.onBackspace();
  if (!list.open) {
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
    list.show();
    return true;
  }
  if (key === 'Escape') {
    list.onEscape(list.typed ?? '');
    list.close();
    return true;
  }
  if (key === 'Enter') {
    const option = list.shown[list.active];
    if (option) list.choose(option);
    // With Ctrl or Cmd the form goes on to start or stop.
    return !(event.ctrlKey || event.metaKey);
  }
  const next = movedBy(key, list.active, list.shown.length);
  if (next !== null) list.setMoved(next);
  return next !== null;
}
