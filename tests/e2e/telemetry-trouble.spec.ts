import type { Collector } from '../collector/collector.ts';
import { sendingTo } from '../collector/reaching.ts';
import { exported } from '../proofs/extension-page.ts';
import { ChromiumUnderTest } from './drivers/chromium.ts';
import { until } from './drivers/waiting.ts';
import { TelemetryBehind } from './pages/telemetry.ts';
import { expect, test } from './telemetry-test.ts';

const DAY = 86_400_000;

const uuidsIn = (collector: Collector): string[] =>
  collector.received.flatMap(({ body }) => [...body.matchAll(/"uuid":"([^"]+)"/g)].map(([, uuid = '']) => uuid));

const startTimer = (behind: TelemetryBehind, description: string): Promise<unknown> =>
  behind.send({ type: 'timer.start', work: { description, project: null, task: null, tags: [], billable: false } });

/** Every row of the log that has an end, by how it ended and why. */
async function endsOf(behind: TelemetryBehind): Promise<Record<string, number>> {
  const ends: Record<string, number> = {};
  for (const { state, why } of await behind.log()) ends[`${state} ${why}`] = (ends[`${state} ${why}`] ?? 0) + 1;
  return ends;
}

test('P24 the clock jumps years ahead and back: no wait outlasts it, nothing goes twice, and the timer goes on', async ({
  kind,
  open,
  collector,
}) => {
  const browser = await open({ movableClock: true, ...sendingTo(kind, collector.port) });
  const behind = await TelemetryBehind.openIn(browser);
  await behind.agree();
  expect(await startTimer(behind, 'before')).toMatchObject({ done: true });
  await until('both to wait', async () => (await behind.queue()).length === 2);
  collector.reply = () => ({ status: 500 });
  await browser.setClock(800 * DAY);
  await behind.happen(50);
  await behind.restartWorker();
  await until('the receiver to have refused', async () => (await behind.queue()).some(({ attempts }) => attempts > 0));
  // what waited before is too old by that clock, for the queue and for the log
  expect(await endsOf(behind)).toEqual({ 'waiting null': 50 });
  expect(await startTimer(behind, 'years ahead')).toMatchObject({ done: true });

  collector.reply = () => ({ status: 200 });
  await browser.setClock(0);
  await behind.restartWorker();
  await until('what waited to be sent at once, in spite of the wait', async () => (await behind.queue()).length < 50);
  await behind.happen(50);
  await behind.restartWorker();
  await until('what came after it to be sent', async () => (await behind.queue()).length === 0);
  const refused = new Set(uuidsIn(collector).slice(0, 50));
  const arrived = uuidsIn(collector).slice(50);
  expect(new Set(arrived).size).toBe(arrived.length);
  expect([...refused].every((uuid) => arrived.includes(uuid))).toBe(true);
  expect(await endsOf(behind)).toEqual({ 'sent null': arrived.length });
  const today = new Date().toLocaleDateString('sv'); // what was logged years ahead is kept for 30 days from now
  expect((await behind.log()).filter(({ day }) => day > today)).toEqual([]);
  expect((await exported(behind.surface)).running?.description).toBe('years ahead');
});

test('the disk is full for telemetry alone: the timer goes on, and what was answered is not sent again', {
  tag: '@chromium',
}, async ({ open, collector }) => {
  const browser = await open(sendingTo('chromium', collector.port));
  if (!(browser instanceof ChromiumUnderTest)) throw new Error('not Chromium');
  const behind = await TelemetryBehind.openIn(browser);
  await behind.agree();
  await behind.happen(49);
  collector.reply = () => ({ status: 200, afterMs: 1500 });
  await behind.restartWorker();
  await until('a request to have begun', async () => collector.begun.length === 1);
  // every other write is let through and then undone as a whole, as by a disk that is found full at the end
  await browser.inWorker(`
    let writes = 0;
    const { put, add, delete: remove } = IDBObjectStore.prototype;
    globalThis.mend = () => Object.assign(IDBObjectStore.prototype, { put, add, delete: remove });
    const failing = (real) => function (...given) {
      if (this.transaction.db.name !== 'telemetry') return real.apply(this, given);
      if (writes++ % 2 === 0) throw new DOMException('no room', 'QuotaExceededError');
      const request = real.apply(this, given);
      this.transaction.abort();
      return request;
    };
    Object.assign(IDBObjectStore.prototype, { put: failing(put), add: failing(add), delete: failing(remove) });`);
  const flush = `chrome.alarms.onAlarm.dispatch({ name: 'telemetry-flush', scheduledTime: Date.now() })`;
  await until('the answer to have come', async () => collector.answered.length === 1);
  await behind.happenSoon(30);
  for (let i = 0; i < 20; i++) {
    expect(await startTimer(behind, `full ${i}`)).toMatchObject({ done: true });
    await browser.inWorker(flush);
  }
  expect((await behind.queue()).length).toBe(50);
  await browser.inWorker('mend()');
  await browser.inWorker(flush);
  await until('the answer to be noted', async () => (await behind.queue()).length === 0);
  await behind.happen(50);
  await browser.inWorker(flush);
  await until('what came after it to be sent', async () => (await behind.queue()).length === 0);
  expect(collector.received).toHaveLength(2);
  expect(new Set(uuidsIn(collector)).size).toBe(100);
  expect(await endsOf(behind)).toEqual({ 'sent null': 100 });
  expect((await exported(behind.surface)).running?.description).toBe('full 19');
});
