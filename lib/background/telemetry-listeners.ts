import { browser } from '../platform/browser.ts';
import type { Telemetry } from '../telemetry/index.ts';

/** Everything that wakes telemetry; to be called at the worker's top level, where a listener is not too late. */
export function listenForTelemetry(telemetry: Telemetry): void {
  browser.alarms.onAlarm.addListener(({ name }) => void telemetry.onAlarm(name));
  browser.permissions.onAdded.addListener(() => void telemetry.onChange());
  browser.permissions.onRemoved.addListener(() => void telemetry.onChange());
  addEventListener('online', () => void telemetry.onChange());
  addEventListener('error', ({ error }) => void telemetry.recordError(error));
  addEventListener('unhandledrejection', ({ reason }) => void telemetry.recordError(reason));
}

/** Opens the welcome page when a question is to be asked; the browser can say "installed" again, the page comes once. */
export async function askOnce(telemetry: Telemetry): Promise<void> {
  const question = await telemetry.question();
  if (question === null) return;
  const place = question === 'newPolicy' ? 'welcome.html#new-policy' : 'welcome.html';
  await browser.tabs.create({ url: browser.runtime.getURL(place) });
  await telemetry.noteAsked();
}
