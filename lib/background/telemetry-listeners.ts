import { browser } from '../platform/browser.ts';
import { withLock } from '../platform/lock.ts';
import { onWake } from '../platform/wakes.ts';
import type { Telemetry } from '../telemetry/index.ts';

/** Everything that wakes telemetry. */
export function listenForTelemetry(telemetry: Telemetry): void {
  onWake('alarm', (name) => void telemetry.onAlarm(name));
  onWake('permissions', () => void telemetry.onChange());
  addEventListener('online', () => void telemetry.onChange());
  addEventListener('error', ({ error }) => void telemetry.recordError(error));
  addEventListener('unhandledrejection', ({ reason }) => void telemetry.recordError(reason));
}

/** Opens the welcome page when a question is to be asked; the browser can say "installed" again, even to two workers at once, and the page comes once. */
export const askOnce = (telemetry: Telemetry): Promise<void> =>
  withLock('ask', async () => {
    const question = await telemetry.question();
    if (question === null) return;
    const place = question === 'newPolicy' ? 'welcome.html#new-policy' : 'welcome.html';
    await browser.tabs.create({ url: browser.runtime.getURL(place) });
    await telemetry.noteAsked();
  });
