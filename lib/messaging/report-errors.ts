import { browser } from '../platform/browser.ts';
import { thrownFrom } from '../platform/thrown.ts';
import type { TelemetryMessageOf } from './telemetry-messages.ts';

/** To be called first thing in every page: tells the worker what nobody caught. There it follows the same switch as all else. */
export function reportErrors(): void {
  const report = (thrown: unknown): void => {
    const message: TelemetryMessageOf<'telemetry.thrown'> = { type: 'telemetry.thrown', thrown: thrownFrom(thrown) };
    browser.runtime.sendMessage(message).catch(() => undefined);
  };
  addEventListener('error', ({ error }) => report(error));
  addEventListener('unhandledrejection', ({ reason }) => report(reason));
}
