import { BrowserClient, defaultStackParser, makeFetchTransport, Scope } from '@sentry/browser';
import { PostHog } from 'posthog-node';
import { expect, test } from 'vitest';
import { addresses, posthog, sentry } from '../../../lib/telemetry/destinations.ts';
import { isStrange } from '../../../lib/telemetry/envelope.ts';
import { lazyBuilders } from '../../../lib/telemetry/sinks/lazy.ts';
import { requestBody } from '../../../lib/telemetry/wire.ts';
import { HOME, platform, T0 } from './worker.ts';

/** What the makers' own clients send for the same thing, unmodified, is the measure of what their receivers take. */

const FINGERPRINT = 'f'.repeat(64);

/** The kind of every value by its path; positions in a list are one. */
function shapeOf(value: unknown, path = ''): Map<string, string> {
  if (Array.isArray(value)) return new Map(value.flatMap((one) => [...shapeOf(one, `${path}[]`)]));
  if (typeof value !== 'object' || value === null) return new Map([[path, typeof value]]);
  return new Map(Object.entries(value).flatMap(([key, one]) => [...shapeOf(one, `${path}.${key}`)]));
}

/** Paths of ours that the reference has otherwise, or not at all. */
function otherThan(ours: unknown, reference: unknown, known: readonly RegExp[]): string[] {
  const theirs = shapeOf(reference);
  return [...shapeOf(ours)]
    .filter(([path, kind]) => theirs.get(path) !== kind && !known.some((pattern) => pattern.test(path)))
    .map(([path, kind]) => `${path} ${kind}, there ${theirs.get(path) ?? 'nothing'}`);
}

async function referenceOfPostHog(): Promise<{ address: string; body: string }> {
  let sent = { address: '', body: '' };
  const client = new PostHog(posthog.key, {
    host: posthog.host,
    flushAt: 1,
    disableCompression: true,
    fetch: async (address, { body }) => {
      sent = { address, body: String(body) };
      return { status: 200, text: async () => '{}', json: async () => ({}), headers: new Headers() };
    },
  });
  client.capture({
    distinctId: FINGERPRINT,
    event: 'timer.started',
    properties: {
      user_id: 1,
      entry_id: 42,
      $os: 'Linux',
      $browser: 'Chrome',
      $browser_version: 156,
      app_version: '1.0.0',
      $ip: '0.0.0.0',
      $process_person_profile: false,
    },
    timestamp: new Date(T0),
    uuid: '01a20b01-cd99-7000-8000-000000000001',
    disableGeoip: true,
  });
  await client.shutdown();
  return sent;
}

test('P08 P12 a batch has the address and the shape that posthog-node sends', async () => {
  const made = await lazyBuilders.usage({
    ...{ name: 'timer.started', fingerprint: FINGERPRINT, at: T0, platform },
    fields: { user_id: 1, entry_id: 42 },
  });
  if (isStrange(made)) throw new Error(made.strange);
  const reference = await referenceOfPostHog();
  expect(addresses.posthog).toBe(reference.address);
  // a key that the makers' client sends only when it is set
  const known = [/^\.historical_migration$/];
  expect(otherThan(JSON.parse(requestBody('posthog', [made.body])), JSON.parse(reference.body), known)).toEqual([]);
});

/** What @sentry/browser puts on the wire by itself. */
async function referenceOfSentry(error: Error): Promise<{ address: string; body: string }> {
  let sent = { address: '', body: '' };
  const client = new BrowserClient({
    dsn: `${sentry.host.replace('https://', `https://${sentry.key}@`)}/${sentry.project}`,
    transport: (options) =>
      makeFetchTransport(options, async (address, init) => {
        sent = { address: String(address), body: String(init?.body) };
        return new Response('{}');
      }),
    stackParser: defaultStackParser,
    integrations: [],
    release: '1.0.0',
  });
  client.init();
  const scope = new Scope();
  scope.setClient(client);
  scope.setTags({ os: 'Linux', browser: 'Chrome', browser_version: '156', installation: FINGERPRINT });
  scope.setLevel('error');
  scope.captureException(error);
  await client.flush(2000);
  return sent;
}

const parsed = (body: string): unknown[] => body.split('\n').map((line) => JSON.parse(line));

test('P07 P13 an envelope has the address and the shape that @sentry/browser sends', async () => {
  const error = new TypeError('x is not a function');
  error.stack = `TypeError: x is not a function\n    at f (${HOME}background.js:1:234)`;
  const thrown = { name: 'TypeError', message: error.message, stack: error.stack };
  const made = await lazyBuilders.error(thrown, { fingerprint: FINGERPRINT, at: T0, platform, home: HOME });
  if (!made || isStrange(made)) throw new Error('no report');
  const reference = await referenceOfSentry(error);
  const [ours, theirs] = [new URL(addresses.sentry), new URL(reference.address)];
  expect(ours.origin + ours.pathname).toBe(theirs.origin + theirs.pathname);
  for (const name of ours.searchParams.keys()) expect(ours.searchParams.get(name)).toBe(theirs.searchParams.get(name));
  const [header, item, event] = parsed(made.body);
  const [theirHeader, theirItem, theirEvent] = parsed(reference.body);
  expect(otherThan(header, theirHeader, [])).toEqual([]);
  expect(item).toEqual(theirItem);
  expect(otherThan(event, theirEvent, [/^\.sdk\.settings\.infer_ip$/])).toEqual([]);
});
