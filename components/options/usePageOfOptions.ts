import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Page } from '../report/usePage.ts';

export const PageOfOptions = createContext<Page | null>(null);

/** Sending commands and saying what they did, inside the settings page. */
export function usePageOfOptions(): Page {
  const page = useContext(PageOfOptions);
  if (!page) throw new Error('the settings page gives no PageOfOptions');
  return page;
}
