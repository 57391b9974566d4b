import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Popover {
  readonly open: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
  /** For the element that holds the button and what it opens. */
  readonly around: RefObject<HTMLDivElement | null>;
}

/** Something small that opens below its button and closes with Escape, or when the person goes elsewhere. */
export function usePopover(): Popover {
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !around.current?.contains(event.target)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      around.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onEscape);
    };
  }, [open]);
  return { open, toggle: () => setOpen(!open), close: () => setOpen(false), around };
}
