import { browser } from '../platform/browser.ts';
import { inTime } from './client.ts';
import type { TelemetryAnswer, TelemetryMessageOf, TelemetryMessageType } from './telemetry-messages.ts';

/** Tells telemetry, in the worker, what the person decided or did. `noAnswer`: nobody knows whether it was done. */
export async function tell<T extends TelemetryMessageType>(
  message: TelemetryMessageOf<T>,
): Promise<TelemetryAnswer<T> | 'noAnswer'> {
  try {
    const answer: unknown = await inTime(browser.runtime.sendMessage(message));
    // null is an answer; undefined comes when the worker died on the way
    return answer === undefined ? 'noAnswer' : (answer as TelemetryAnswer<T>);
  } catch {
    return 'noAnswer';
  }
}
