/**
 * Where telemetry goes, and the public keys it goes with: part of the source, the same in every build of a version.
 * A public key only allows adding events. The owner has not issued the real ones: these have their shape and say so.
 */
export const posthog = {
  host: 'https://eu.i.posthog.com',
  key: 'phc_UNISSUED00000000000000000000000000000000000',
} as const;

export const sentry = {
  host: 'https://o0.ingest.de.sentry.io',
  key: 'UNISSUED000000000000000000000000',
  project: '1',
} as const;

export type SinkName = 'posthog' | 'sentry';

export const addresses: Readonly<Record<SinkName, string>> = {
  posthog: `${posthog.host}/batch/`,
  sentry: `${sentry.host}/api/${sentry.project}/envelope/?sentry_version=7&sentry_key=${sentry.key}`,
};

export const sinkNames: readonly SinkName[] = ['posthog', 'sentry'];
