import { useEffect, useRef } from 'preact/hooks';
import { dragged, type Grip } from '../../../lib/domain/drag.ts';
import { hasGrip } from './handling.ts';
import type { DrawnDay } from './useCalendar.ts';
import type { Handling } from './useHandling.ts';

/** A row of key presses is saved as one change, when they have rested so long. Milliseconds. */
const REST = 700;

interface Source {
  readonly days: readonly DrawnDay[];
  readonly step: number;
  readonly handling: Handling;
}

const gripOf = ({ shiftKey, altKey }: KeyboardEvent): Grip => (shiftKey ? 'end' : altKey ? 'start' : 'move');

/** Arrow keys on a block: up and down move it, with Shift its end, with Alt its start; left and right go to another day. */
export function useBlockKeys({ days, step, handling }: Source) {
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What has the focus again once it is drawn at its new place. */
  const keep = useRef<string | null>(null);
  const settle = () => {
    clearTimeout(resting.current);
    handling.settle();
  };
  useEffect(() => {
    if (keep.current === null || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(keep.current)}"]`)?.focus();
  });
  useEffect(() => () => clearTimeout(resting.current), []);

  const byKey = (event: KeyboardEvent, id: string, column: string): boolean => {
    const index = days.findIndex(({ day }) => day === column);
    const day = days[index];
    const piece = day?.pieces.find(({ entry }) => entry.id === id);
    const grip = gripOf(event);
    if (!day || !piece || !hasGrip(piece, grip)) return false;
    const before = handling.latest();
    const same = before && before.piece.entry.id === id && before.grip === grip ? before : null;
    if (before && !same) handling.settle();
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const by = event.key === 'ArrowUp' ? -step : step;
      const span = dragged(same?.span ?? piece, grip, by, step, day.length);
      handling.put({ piece, from: column, day: same?.day ?? column, grip, span });
      clearTimeout(resting.current);
      resting.current = setTimeout(settle, REST);
      return true;
    }
    const next = days[index + (event.key === forward ? 1 : -1)];
    if (grip !== 'move' || !next) return false;
    handling.put({ piece, from: column, day: next.day, grip, span: same?.span ?? piece });
    settle();
    return true;
  };

  /** @returns whether the key was for the block */
  const onBlockKey = (event: KeyboardEvent): boolean => {
    const block = event.target instanceof Element ? event.target.closest('[data-entry]') : null;
    const id = block?.getAttribute('data-entry');
    const column = block?.closest<HTMLElement>('[data-day]')?.dataset['day'];
    if (!id || !column) return false;
    keep.current = id;
    if (event.key.startsWith('Arrow')) return byKey(event, id, column);
    if (!handling.latest()) return false;
    const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey;
    if (event.key === 'Escape' || undoes) {
      clearTimeout(resting.current);
      handling.put(null);
      return true;
    }
    if (event.key !== 'Enter') return false;
    settle();
    return true;
  };
  const onLeave = () => {
    if (handling.latest()) settle();
  };
  return { onBlockKey, onLeave };
}
