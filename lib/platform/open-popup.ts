import { browser } from './browser.ts';

/** Opens the popup; where the browser wants a click for that, its page in a tab. */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}
