import { part } from '../hooks/part.ts';
import type { ListboxProps } from './Listbox.tsx';

const listbox = part(() => import('./Listbox.tsx'));

/** The list of a field, read from disk when the first one opens. */
export function LazyListbox(props: ListboxProps) {
  const there = listbox.usePart();
  return there && <there.Listbox {...props} />;
}
