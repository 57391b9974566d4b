import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/** Key combinations that are really set in the browser; null: none. */
export interface ShortcutsSet {
  readonly open: string | null;
  readonly toggle: string | null;
  readonly continueLast: string | null;
}

export interface ShortcutsOfBrowser {
  readonly read: () => Promise<ShortcutsSet>;
  /** Opens the browser's own page for them. */
  readonly change: () => void;
}

/** Given by the page's entrypoint. */
export const ShortcutsContext = createContext<ShortcutsOfBrowser | null>(null);

/** Read again when the page comes back into view: they are changed on another page. */
export function useShortcuts(): { readonly set: ShortcutsSet | null; readonly change: () => void } {
  const browser = useContext(ShortcutsContext);
  const [set, setSet] = useState<ShortcutsSet | null>(null);
  useEffect(() => {
    const read = () => void browser?.read().then(setSet);
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [browser]);
  return { set, change: () => browser?.change() };
}
