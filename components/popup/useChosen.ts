import { useRef, useState } from 'preact/hooks';
import type { Id } from '../../lib/domain/entry.ts';

export type Chosen = ReadonlySet<Id>;

/** All from one to another of a list, both with it, whichever comes first. */
export function between(ids: readonly Id[], one: Id, other: Id): readonly Id[] {
  const [a, b] = [ids.indexOf(one), ids.indexOf(other)];
  return a < 0 || b < 0 ? [other] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** What grows and shrinks by Shift with an arrow key: from where, to where, and what was chosen besides. */
interface Pulled {
  readonly from: Id;
  readonly to: Id;
  readonly besides: Chosen;
}

/**
 * Things chosen out of a list, one by one or a stretch at once.
 * @param ids in the order they are shown
 */
export function useChosen(ids: readonly Id[]) {
  const [chosen, setChosen] = useState<Chosen>(new Set());
  const last = useRef<Id | null>(null);
  const pulled = useRef<Pulled | null>(null);
  const choose = (these: readonly Id[], on: boolean) => {
    pulled.current = null;
    last.current = these.at(-1) ?? null;
    setChosen((before) => (on ? new Set([...before, ...these]) : before.difference(new Set(these))));
  };
  /** From the one chosen last to this one. */
  const chooseTo = (id: Id, on: boolean) => {
    choose(between(ids, last.current ?? id, id), on);
    last.current = id;
  };
  /** One step further or back; a step back leaves as it was what had been pulled over. */
  const pull = (from: Id, to: Id) => {
    const before = pulled.current?.to === from ? pulled.current : { from, besides: chosen };
    pulled.current = { ...before, to };
    last.current = to;
    setChosen(new Set([...before.besides, ...between(ids, before.from, to)]));
  };
  return { chosen, choose, chooseTo, pull };
}
