import { popupFile } from '../domain/popup-file.ts';
import { browser } from '../platform/browser.ts';
import { readSettings } from './settings-in-copy.ts';

let last: string | null = null;

/** Which page the toolbar opens, as the settings want it to look. The browser forgets it when it ends: every start says it again. */
export async function setPopupPage(): Promise<void> {
  const popup = popupFile(await readSettings());
  if (popup === last || import.meta.env.DEV) return; // the development server has only the one
  await browser.action.setPopup({ popup });
  last = popup;
}
