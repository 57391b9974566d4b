import { setTimeout as pause } from 'node:timers/promises';
import { posthog } from '../../lib/telemetry/destinations.ts';
import { headersBrowsersAdd, headersWeSet } from '../../lib/telemetry/headers.ts';
import { browserNames, systems } from '../../lib/telemetry/platform-facts.ts';
import { eventNames } from '../../lib/telemetry/registry.ts';
import { Collector, type Received } from '../collector/collector.ts';
import { hosts, sendingTo } from '../collector/reaching.ts';
import { foundIn, sendCanaries } from '../proofs/canaries.ts';
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

interface Phase {
  readonly name: string;
  /** What is going on when the person turns it off. */
  readonly arrange: (behind: TelemetryBehind, collector: Collector) => Promise<void>;
}

const sending = async (behind: TelemetryBehind, collector: Collector): Promise<void> => {
  const before = collector.begun.length;
  await behind.happen(50);
  await behind.restartWorker();
  await until('a request to have begun', async () => collector.begun.length > before);
};

const phases: readonly Phase[] = [
  { name: 'nothing waits', arrange: async () => undefined },
  { name: 'the queue is full', arrange: (behind) => behind.happen(60) },
  {
    name: 'a request is being sent',
    arrange: async (behind, collector) => {
      collector.reply = () => 'never';
      await sending(behind, collector);
    },
  },
  {
    name: 'the answer is on its way',
    arrange: async (behind, collector) => {
      collector.reply = () => ({ status: 200, afterMs: 400 });
      await sending(behind, collector);
    },
  },
  {
    name: 'the worker was just killed',
    arrange: async (behind) => {
      await behind.happen(60);
      await behind.browser.stopWorker();
    },
  },
  {
    name: 'another window goes on recording',
    arrange: async (behind) => {
      const other = await TelemetryBehind.openIn(behind.browser);
      void other.happenSoon(300).catch(() => undefined);
    },
  },
  {
    name: 'nobody can be reached',
    arrange: async (behind, collector) => {
      collector.reply = () => 'break';
      await sending(behind, collector);
    },
  },
];

test('P04 P19 turning it off, whatever is going on: nothing begins afterwards, and nothing is left', async ({
  behind,
  collector,
}) => {
  for (const { name, arrange } of phases) {
    collector.reply = () => ({ status: 200 });
    expect(await behind.agree(), name).toBe('done');
    const id = await behind.installationId();
    expect(id, name).toMatch(/^[0-9a-f]{32}$/);
    await arrange(behind, collector);
    expect(await behind.withdraw(), name).toBe('done');
    const off = Date.now();
    const later = (instants: readonly number[]): number => instants.filter((at) => at > off).length;
    await pause(600);
    await behind.restartWorker();
    await pause(300);
    expect({ begun: later(collector.begun), opened: later(collector.opened) }, name).toEqual({ begun: 0, opened: 0 });
    expect(collector.opened.length - collector.closed.length, `${name}: connections left open`).toBeLessThanOrEqual(
      name === 'a request is being sent' ? 0 : 1, // one that was kept for reuse closes by itself
    );
    expect(await behind.queue(), name).toEqual([]);
    expect(await behind.installationId(), name).toBeNull();
    expect(await behind.everythingStored(), name).not.toContain(id);
  }
});

test('P01 P05 P07 P17 P25 what was recorded while it was off stays here, errors too; each answer is noted', async ({
  behind,
  collector,
}) => {
  await behind.happen(60);
  await behind.surface.evaluate(() => void setTimeout(() => Promise.reject(new TypeError('Ann is not a function'))));
  await until('the error to be recorded', async () => (await behind.log()).some(({ event }) => event === 'error'));
  expect(new Set((await behind.log()).map(({ state }) => state))).toEqual(new Set(['wouldBeSent']));
  // a value that was stored, by a restored profile or by hand, is no agreement
  const receipt = { number: 9, since: Date.now(), state: 'granted', policyVersion: '3.0.0', by: 'options', epoch: 0 };
  await behind.store({ telemetryReceipt: receipt, telemetryStatus: { state: 'on', sent: 0, since: 0 } });
  await behind.happen(60);
  await behind.restartWorker();
  await until('the half agreement to be taken as none', async () => {
    const { telemetryReceipt } = await behind.stored();
    return (telemetryReceipt as typeof receipt).state === 'denied';
  });
  expect(await behind.installationId()).toBeNull();
  await behind.agree();
  await behind.happen(49);
  await behind.restartWorker();
  await until('what was recorded since the agreement to be sent', async () => collector.received.length === 1);
  expect(collector.received[0]?.body.match(/"uuid"/g)).toHaveLength(50);
  await behind.withdraw();
  const { receipts = [] } = await behind.snapshot();
  expect(receipts).toMatchObject([
    { number: 10, state: 'denied', by: 'mended' },
    { number: 11, state: 'granted', by: 'options', policyVersion: '3.0.0' },
    { number: 12, state: 'denied', by: 'options' },
  ]);
  await behind.happen(60);
  await behind.restartWorker();
  await pause(500);
  expect(collector.received).toHaveLength(1);
});

test('P01 P04 P23 an older database, or a lost receipt, never turns it on or sends what was deleted', async ({
  behind,
  collector,
}) => {
  await behind.agree();
  await behind.happen(60);
  await until('all to be recorded', async () => (await behind.queue()).length === 61);
  const older = await behind.snapshot();
  await behind.tell({ type: 'telemetry.deleteWaiting' });
  await behind.putBack(older);
  await expect.poll(() => behind.queue()).toEqual([]);
  await behind.withdraw();
  await behind.putBack(older);
  await expect.poll(() => behind.queue()).toEqual([]);
  await expect.poll(() => behind.installationId()).toBeNull();
  await behind.agree();
  await behind.happen(60);
  await behind.store({ telemetryReceipt: null });
  await behind.restartWorker();
  await expect.poll(() => behind.installationId()).toBeNull();
  expect(collector.opened).toEqual([]);
});

test('P26 who agreed to an older policy is asked once, and what is newer stays here until then', async ({
  behind,
  collector,
}) => {
  await behind.agree();
  const { telemetryReceipt } = await behind.stored();
  const olderReceipt = { ...(telemetryReceipt as object), policyVersion: '2.0.0' };
  const older = await behind.snapshot();
  const meta = (older['meta'] ?? []).map((row) => {
    const { name, value } = row as { name: string; value: object };
    return name === 'consent' ? { name, value: { ...value, receipt: olderReceipt } } : row;
  });
  await behind.store({ telemetryReceipt: olderReceipt, telemetryAsked: { at: 1, policyVersion: '2.0.0' } });
  await behind.putBack({ ...older, meta, queue: [] });
  expect(await behind.tell({ type: 'telemetry.question' })).toBe('newPolicy');
  await behind.happen(60);
  await until('all to be recorded', async () => (await behind.log()).length >= 61);
  await behind.restartWorker();
  expect(await behind.queue()).toEqual([]);
  expect((await behind.log()).at(-1)).toMatchObject({ state: 'wouldBeSent', why: 'newPolicy' });
  await behind.tell({ type: 'telemetry.noteAsked' });
  expect(await behind.tell({ type: 'telemetry.question' })).toBeNull();
  await behind.agree();
  await behind.happen(50);
  await behind.restartWorker();
  await until('what came after the new agreement to be sent', async () => collector.received.length === 1);
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

test('P01 P04 the browser’s own permission counts both ways', { tag: '@firefox' }, async ({ behind, collector }) => {
  expect(await behind.tell({ type: 'telemetry.agree', by: 'options' })).toBe('notPermitted');
  expect(await behind.installationId()).toBeNull();
  await behind.agree();
  await behind.happen(60);
  await behind.browser.setDataPermission(false);
  await until('taking it away to be a withdrawal', async () => (await behind.installationId()) === null);
  expect(await behind.queue()).toEqual([]);
  await behind.browser.setDataPermission(true);
  await behind.happen(60);
  await behind.restartWorker();
  expect((await behind.snapshot())['receipts']).toMatchObject([
    { state: 'granted' },
    { state: 'denied', by: 'browser' },
  ]);
  expect(collector.opened).toEqual([]);
});

interface Said {
  readonly name: string;
  readonly reply: Collector['reply'];
  /** The states that the log's rows end in, and how many requests that takes. */
  readonly states: readonly string[];
  readonly requests: number;
}

const uuidsIn = ({ body }: Received): number => body.match(/"uuid"/g)?.length ?? 0;

const breaks = (): 'break' => 'break';

const answers: readonly Said[] = [
  { name: 'yes, slowly', reply: () => ({ status: 200, afterMs: 900 }), states: ['sent'], requests: 1 },
  {
    name: 'yes, in words nobody knows',
    reply: () => ({ status: 200, text: '<html>\0{' }),
    states: ['sent'],
    requests: 1,
  },
  { name: 'no: misshapen', reply: () => ({ status: 400, text: 'bad' }), states: ['refused'], requests: 1 },
  { name: 'no: unknown key', reply: () => ({ status: 401 }), states: ['refused'], requests: 1 },
  {
    name: 'too large, until it is not',
    reply: (one) => ({ status: uuidsIn(one) > 20 ? 413 : 200 }),
    states: ['sent', 'waiting'], // what is left gathers again, for a minute
    requests: 3, // 50, 25, 12
  },
  {
    name: 'later: too many',
    reply: () => ({ status: 429, headers: { 'Retry-After': '1' } }),
    states: ['waiting'],
    requests: 1,
  },
  { name: 'later: broken', reply: () => ({ status: 500 }), states: ['waiting'], requests: 1 },
  {
    name: 'elsewhere',
    reply: () => ({ status: 302, headers: { Location: 'https://localhost/' } }),
    states: ['waiting'],
    requests: 1,
  },
  { name: 'nothing', reply: breaks, states: ['waiting'], requests: 1 },
];

test('whatever the receiver answers, the timer goes on, and nothing is asked again too soon', async ({
  behind,
  collector,
}) => {
  for (const { name, reply, states, requests } of answers) {
    collector.reply = reply;
    await behind.agree();
    await behind.tell({ type: 'telemetry.emptyLog' });
    const before = collector.received.length;
    await behind.happen(49);
    await behind.restartWorker();
    const work = { description: name, project: null, task: null, tags: [], billable: false };
    expect(await behind.send({ type: 'timer.start', work }), name).toMatchObject({ done: true });
    const seen = async (): Promise<boolean> => {
      const rows = (await behind.log()).filter(({ event }) => event === 'report.viewed');
      const tried = rows.filter(({ attempts }) => attempts > 0);
      // a row that is being sent also waits; it has an answer, or a time for the next try, when that is over
      const over = tried.filter(
        ({ state, retryAt, answer }) => state !== 'waiting' || retryAt !== null || answer !== null,
      );
      return tried.length >= 49 && over.length === tried.length && tried.some(({ state }) => state === states[0]);
    };
    await until(`${name}: all to be ${states}`, seen);
    await behind.restartWorker();
    await pause(300);
    const made = collector.received.slice(before).map(({ body }) => body);
    // a browser repeats a request by itself when a connection it had kept breaks: the same bytes
    expect(reply === breaks ? new Set(made).size : made.length, name).toBe(requests);
    const row = (await behind.log()).find(({ event }) => event === 'report.viewed');
    if (states[0] === 'refused') expect(row?.answer?.status, name).toBeGreaterThan(399);
    if (states[0] === 'waiting') expect(row?.retryAt, name).toBeGreaterThan(Date.now() + 20_000);
    await behind.withdraw(); // and agreeing again begins afresh
  }
  expect(collector.received.map(({ method }) => method)).not.toContain('OPTIONS');
});
