import type { Strange } from './envelope.ts';
import { isInstant } from './envelope.ts';
import { scrub, typeOf } from './error-words.ts';
import { isFingerprint } from './fingerprint.ts';
import { type PlatformFacts, strangeFact } from './platform-facts.ts';

const MOST_FRAMES = 30;
const MOST_CAUSES = 5;
const EVENT_ID = /^[0-9a-f]{32}$/;
/** Below the extension's own address: names our bundler gives, without a query or a fragment. */
const OWN_FILE = /^(?:[A-Za-z0-9_-]{1,60}\/){0,4}[A-Za-z0-9_.-]{1,80}\.js$/;
/** The SDK whose format this is. `infer_ip: never` asks the receiver not to note the address a report came from. */
export const sentrySdk = {
  name: 'sentry.javascript.browser',
  version: '11.12.0',
  settings: { infer_ip: 'never' },
} as const;

/** What an error report is to say beside the error itself. */
export interface SaidOfError {
  readonly fingerprint: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly platform: PlatformFacts;
  /** The address of the extension's files, ending with a slash. */
  readonly home: string;
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A position in a bundle: a million lines or columns are more than any has. */
const isPosition = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1e7;

/** A frame in our own files, as `app:///` and a position. Function names are left out: a name can be computed. */
function frameOf(built: unknown, home: string): object[] {
  const { filename, lineno, colno } = recordOf(built);
  if (typeof filename !== 'string' || !filename.startsWith(home)) return [];
  const file = filename.slice(home.length);
  if (!OWN_FILE.test(file) || !isPosition(lineno)) return [];
  return [{ filename: `app:///${file}`, lineno, ...(isPosition(colno) ? { colno } : {}), in_app: true }];
}

function exceptionOf(built: unknown, home: string): object {
  const { type, value, stacktrace } = recordOf(built);
  const frames = listOf(recordOf(stacktrace).frames).flatMap((frame) => frameOf(frame, home));
  return { type: typeOf(type), value: scrub(value), stacktrace: { frames: frames.slice(-MOST_FRAMES) } };
}

/**
 * Copies what may be sent out of what the SDK built into a NEW object.
 * @returns the envelope's exact string: a header with the event's id alone, and one item
 */
export function errorBody(built: unknown, said: SaidOfError): { readonly body: string } | Strange {
  const { event_id, exception } = recordOf(built);
  const fact = strangeFact(said.platform);
  if (fact) return { strange: fact };
  if (typeof event_id !== 'string' || !EVENT_ID.test(event_id)) return { strange: 'event_id' };
  if (!isInstant(said.at)) return { strange: 'timestamp' };
  if (!isFingerprint(said.fingerprint)) return { strange: 'installation' };
  const values = listOf(recordOf(exception).values).slice(-MOST_CAUSES);
  if (values.length === 0) return { strange: 'exception' };
  const { os, browser, browserVersion, appVersion } = said.platform;
  const event = {
    event_id,
    timestamp: said.at / 1000,
    platform: 'javascript',
    level: 'error',
    release: appVersion,
    tags: { os, browser, browser_version: String(browserVersion), installation: said.fingerprint },
    exception: { values: values.map((value) => exceptionOf(value, said.home)) },
    sdk: sentrySdk,
  };
  return { body: `${JSON.stringify({ event_id })}\n${JSON.stringify({ type: 'event' })}\n${JSON.stringify(event)}` };
}
