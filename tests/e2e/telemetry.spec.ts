import { posthog } from '../../lib/telemetry/destinations.ts';
import { headersBrowsersAdd, headersWeSet } from '../../lib/telemetry/headers.ts';
import { browserNames, systems } from '../../lib/telemetry/platform-facts.ts';
import { eventNames } from '../../lib/telemetry/registry.ts';
import type { Received } from '../collector/collector.ts';
import { hosts } from '../collector/reaching.ts';
import { foundIn, sendCanaries } from '../proofs/canaries.ts';
import { until } from './drivers/waiting.ts';
import { expect, test } from './telemetry-test.ts';

/** The events of a batch, as the strings they are between our key and the end. */
const before = `{"api_key":"${posthog.key}","historical_migration":false,"batch":[`;
const eventsIn = ({ body }: Received): string => {
  expect(body.startsWith(before) && body.endsWith(']}')).toBe(true);
  return body.slice(before.length, -2);
};

test('P14 P17 P22 consent on: what the collector receives is, byte for byte, what the log shows', async ({
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
    // the page that shows the bytes names every header there is
    const shown = [...Object.keys(headersWeSet), ...headersBrowsersAdd].map((name) => name.toLowerCase());
    expect(Object.keys(headers).filter((name) => !shown.includes(name))).toEqual([]);
  }
});

test('P08 P09 P10 P11 P12 P13 what people write, and what is thrown with it, is in nothing that leaves, in any form', async ({
  behind,
  collector,
}) => {
  const { sent, found } = await sendCanaries(behind, collector, 75);
  expect(sent).toBeGreaterThan(60);
  expect(found).toEqual([]);
  // the search itself finds what is there
  expect(foundIn(`x${Buffer.from('a name cnry7Q2x1').toString('base64')}`, [])).toHaveLength(1);
  // every key and every string on the wire is one of a list
  const events = collector.received
    .filter(({ path }) => path === '/batch/')
    .flatMap((one) => JSON.parse(`[${eventsIn(one)}]`));
  for (const { event, timestamp, properties } of events as {
    event: string;
    timestamp: string;
    properties: Record<string, unknown>;
  }[]) {
    expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(10 * 60_000);
    expect(eventNames).toContain(event);
    const { $os, $browser, $ip, app_version, ...others } = properties;
    expect(
      [systems, browserNames, ['0.0.0.0']].map((list, i) => (list as unknown[]).includes([$os, $browser, $ip][i])),
    ).toEqual([true, true, true]);
    expect(app_version).toMatch(/^[\d.]+$/);
    for (const value of Object.values(others)) expect(typeof value).toMatch(/^(number|boolean)$/);
  }
});
