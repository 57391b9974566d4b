import { posthog } from '../../lib/telemetry/destinations.ts';
import { Collector, type Received } from '../collector/collector.ts';
import { hosts, sendingTo } from '../collector/reaching.ts';
import { test as base, expect } from './browser-test.ts';
import { until } from './drivers/waiting.ts';
import { TelemetryBehind } from './pages/telemetry.ts';

/** The released build in a real browser that finds telemetry's hosts in a local collector. */
const test = base.extend<{ collector: Collector; behind: TelemetryBehind }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs
  collector: async ({}, use) => {
    const collector = await Collector.start();
    await use(collector);
    await collector.stop();
  },
  behind: async ({ open, kind, collector }, use) => {
    await use(await TelemetryBehind.openIn(await open(sendingTo(kind, collector.port))));
  },
});

/** The events of a batch, as the strings they are between our key and the end. */
const before = `{"api_key":"${posthog.key}","historical_migration":false,"batch":[`;
const eventsIn = ({ body }: Received): string => {
  expect(body.startsWith(before) && body.endsWith(']}')).toBe(true);
  return body.slice(before.length, -2);
};

test('P17 P22 consent on: what the collector receives is, byte for byte, what the log shows', async ({
  kind,
  behind,
  collector,
}) => {
  expect(await behind.agree()).toBe('done');
  await behind.happen(49);
  const stack = `TypeError: x\n    at f (${behind.browser.origin}/background.js:1:2)`;
  await behind.tell({
    type: 'telemetry.thrown',
    thrown: { name: 'TypeError', message: 'Ann is not a function', stack },
  });
  await until('all to be recorded', async () => (await behind.queue()).length === 51);
  await behind.restartWorker();
  await until('both receivers to have answered', async () => collector.received.length === 2);
  await until('all to be noted as sent', async () => (await behind.queue()).length === 0);
  const log = await behind.log();
  expect(log.map(({ state }) => state)).toEqual(Array(51).fill('sent'));
  const [batch, envelope] = collector.received;
  if (!batch || !envelope) throw new Error('nothing came');
  const usage = log.filter(({ sink }) => sink === 'posthog');
  expect(eventsIn(batch)).toBe(usage.map(({ body }) => body).join(','));
  expect(envelope.body).toBe(log.find(({ sink }) => sink === 'sentry')?.body);
  expect(usage[0]?.event).toBe('telemetry.enabled');
  for (const { host, method, headers } of collector.received) {
    expect(hosts).toContain(host);
    expect(method).toBe('POST'); // and no OPTIONS before it
    expect(headers['accept-language']).toBe('*');
    expect(headers['origin']).toBe(kind === 'firefox' ? 'null' : behind.browser.origin);
    expect(Object.keys(headers).filter((name) => /cookie|referer|authorization/.test(name))).toEqual([]);
  }
});
