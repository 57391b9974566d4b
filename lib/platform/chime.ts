import { browser } from './browser.ts';
import { ring } from './ring.ts';

/** Chromium's own; the worker there has no sound. */
declare const chrome: {
  readonly offscreen: {
    createDocument(options: { url: string; reasons: readonly string[]; justification: string }): Promise<void>;
  };
};

/** Two soft notes: in Firefox from the event page, in Chromium from a page made for it, which closes itself. */
export async function playChime(): Promise<void> {
  if (import.meta.env.FIREFOX) return ring();
  const url = browser.runtime.getURL('/offscreen.html');
  const options = { url, reasons: ['AUDIO_PLAYBACK'], justification: 'The end of a Pomodoro is rung.' };
  await chrome.offscreen.createDocument(options).catch(() => undefined); // it is still ringing
}
