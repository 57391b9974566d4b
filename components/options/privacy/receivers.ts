import type { LogRow } from '../../hooks/telemetry-facts.ts';

/** Names, the same in every language. */
export const receiverName = (sink: LogRow['sink']): string => (sink === 'posthog' ? 'PostHog' : 'Sentry');
