import { posthog, type SinkName } from './destinations.ts';

/** What stands around the events of a batch: our public key. */
export const batchWrapper = {
  before: `{"api_key":"${posthog.key}","historical_migration":false,"batch":[`,
  after: ']}',
} as const;

/** The exact body of one request. The events are those strings, untouched. */
export const requestBody = (sink: SinkName, bodies: readonly string[]): string =>
  sink === 'posthog' ? batchWrapper.before + bodies.join(',') + batchWrapper.after : bodies.join('');
