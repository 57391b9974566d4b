import type { Thrown } from '../../platform/thrown.ts';
import type { Said, Strange } from '../envelope.ts';
import type { SaidOfError } from '../error-envelope.ts';

type Body = { readonly body: string } | Strange;

/** Builds the exact bytes of what is recorded. */
export interface Builders {
  readonly usage: (said: Said) => Promise<Body>;
  /** Null when the report repeats the one before. */
  readonly error: (thrown: Thrown, said: SaidOfError) => Promise<Body | null>;
}

/** Each SDK is evaluated when it is first needed. The bundler keeps both in one file. */
export const lazyBuilders: Builders = {
  usage: async (said) => (await import('./posthog.ts')).buildUsage(said),
  error: async (thrown, said) => (await import('./sentry.ts')).buildError(thrown, said),
};
