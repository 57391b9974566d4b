import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export interface MenuItem {
  readonly label: string;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** A button that opens a short list of things to do (WAI-ARIA menu button). */
export function MenuButton({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        class="icon"
        type="button"
        ref={button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name="more" />
      </button>
      {open && button.current && (
        <OpenMenu label={label} items={items} anchor={button.current} onClose={close} onLeave={() => setOpen(false)} />
      )}
    </>
  );
}

interface OpenProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: HTMLElement;
  /** Closed on purpose: the focus goes back. */
  readonly onClose: () => void;
  /** The person went elsewhere. */
  readonly onLeave: () => void;
}

function OpenMenu({ label, items, anchor, onClose, onLeave }: OpenProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    // In the top layer, so that no scrolling card cuts it off.
    element.showPopover();
    const follow = () => place(element, anchor.getBoundingClientRect());
    follow();
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    // Scrolling that began before the press may still be going on.
    addEventListener('scroll', follow, { capture: true });
    return () => removeEventListener('scroll', follow, { capture: true });
  }, []);
  const move = (by: number | 'first' | 'last') => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = by === 'first' ? 0 : by === 'last' ? all.length - 1 : (at + by + all.length) % all.length;
    all[to]?.focus();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => move('first'),
    End: () => move('last'),
    Escape: onClose,
  };
  return (
    <div
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      popover="manual"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === 'Tab') onClose();
        const act = keys[event.key];
        if (!act) return;
        event.preventDefault();
        event.stopPropagation();
        act();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to !== anchor && !(to instanceof Node && menu.current?.contains(to))) onLeave();
      }}
    >
      {items.map(({ label: name, danger, run }) => (
        <button
          key={name}
          class={danger ? 'danger' : undefined}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose();
            run();
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

const GAP = 4;

/** Below the button and flush with its end; above it where there is no room. */
function place(menu: HTMLElement, { top, bottom, left, right }: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const rtl = document.documentElement.dir === 'rtl';
  const x = rtl ? left : right - width;
  menu.style.inset = 'auto';
  menu.style.left = `${Math.max(GAP, Math.min(x, innerWidth - width - GAP))}px`;
  menu.style.top = `${bottom + GAP + height > innerHeight ? Math.max(GAP, top - GAP - height) : bottom + GAP}px`;
}
