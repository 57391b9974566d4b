import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Asks the browser to let notifications be shown; given by the page's entrypoint. To be called from a click. */
export const AskToNotify = createContext<() => Promise<boolean>>(async () => false);

export const useAskToNotify = (): (() => Promise<boolean>) => useContext(AskToNotify);
