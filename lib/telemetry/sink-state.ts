import type { SinkName } from './destinations.ts';
import type { SinkState } from './rows.ts';

/** Events in one request. A Sentry envelope holds one error report. */
export const mostAtOnce: Readonly<Record<SinkName, number>> = { posthog: 50, sentry: 1 };

export const freshSink = (name: SinkName): SinkState => ({
  notBefore: 0,
  failures: 0,
  batch: mostAtOnce[name],
  refusedIn: null,
});
