import { browser } from './browser.ts';

/** Whether this page is the popup of the toolbar icon, and not the same page in a tab. */
export const isPopup = (): boolean => browser.extension.getViews({ type: 'popup' }).includes(window);
