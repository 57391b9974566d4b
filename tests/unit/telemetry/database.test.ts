import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  openTelemetryDatabase,
  TELEMETRY_DATABASE,
  TelemetryStore,
  talliedLog,
} from '../../../lib/telemetry/database.ts';
import { deletionText } from '../../../lib/telemetry/deletion-request.ts';
import { dayOf, firstDayKept } from '../../../lib/telemetry/log.ts';
import { tallied } from '../../../lib/telemetry/log-tally.ts';
import type { LogRow } from '../../../lib/telemetry/rows.ts';
import { logLines, logPage } from '../../../lib/telemetry/view-log.ts';
import { type Disk, emptyDisk } from './memory.ts';
import { entriesOnWire, MINUTE, T0, TelemetryWorker } from './worker.ts';

const DAY = 86_400_000;
let disk: Disk;
beforeEach(async () => {
  await Dexie.delete(TELEMETRY_DATABASE);
  disk = emptyDisk();
});
const start = (): TelemetryWorker => new TelemetryWorker(disk, { database: openTelemetryDatabase() });

describe('in IndexedDB', () => {
  test('P04 P05 a whole life: off, on, sent, off again', async () => {
    const worker = start();
    await worker.telemetry.start();
    await worker.telemetry.record('timer.started', { entry_id: 1 });
    expect(await worker.telemetry.agree('welcome')).toBe('done');
    await worker.telemetry.record('timer.started', { entry_id: 2 });
    worker.status = 503;
    await worker.flushLater();
    const next = start();
    next.now = worker.now;
    await next.telemetry.start();
    await next.flushLater(10 * MINUTE);
    expect(next.requests).toEqual(worker.requests);
    await next.telemetry.record('timer.stopped', { entry_id: 3 });
    expect(await next.telemetry.withdraw('options')).toBe('done');
    await next.flushLater();
    expect(entriesOnWire(next.requests)).toEqual([2]);
    const store = new TelemetryStore();
    const states = (await store.log.toArray()).map(({ event, state }) => `${event} ${state}`);
    expect(states).toEqual([
      ...['timer.started wouldBeSent', 'telemetry.enabled sent', 'timer.started sent', 'timer.stopped dropped'],
    ]);
    expect(await store.queue.count()).toBe(0);
    expect((await store.meta.get('consent'))?.value).toMatchObject({ installationId: null });
    const fingerprints = (await store.log.orderBy('fingerprint').uniqueKeys()) as string[];
    expect(fingerprints).toHaveLength(1);
    expect(deletionText(fingerprints)).toContain(fingerprints[0]);
    store.close();
  });

  test('P04 300 events recorded while it is being turned off leave no row', async () => {
    const worker = start();
    await worker.telemetry.agree('options');
    const recording = Array.from({ length: 300 }, (_, i) =>
      worker.telemetry.record('timer.started', { entry_id: i + 1 }),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.all([worker.telemetry.withdraw('options'), ...recording]);
    const store = new TelemetryStore();
    expect(await store.queue.count()).toBe(0);
    store.close();
    await worker.flushLater();
    expect(worker.requests).toEqual([]);
  }, 20_000);

  test('P17 the log can be switched off and emptied, and what waits is still sent', async () => {
    const worker = start();
    await worker.telemetry.agree('options');
    await worker.telemetry.keepLog(false);
    await worker.telemetry.emptyLog();
    await worker.telemetry.record('timer.started', { entry_id: 1 });
    await worker.flushLater();
    expect(entriesOnWire(worker.requests)).toEqual([1]);
    const store = new TelemetryStore();
    expect(await store.log.count()).toBe(0);
    store.close();
  });

  test('emptying the log can be taken back for a minute, and not after telemetry was changed', async () => {
    const worker = start();
    await worker.telemetry.agree('options');
    await worker.telemetry.record('timer.started', { entry_id: 1 });
    const store = new TelemetryStore();
    const held = async () => ({ rows: await store.log.toArray(), tally: await talliedLog(store) });
    const before = await held();
    expect(before.rows).toHaveLength(2);
    await worker.telemetry.emptyLog();
    expect(await held()).toEqual({ rows: [], tally: {} });
    expect(await worker.telemetry.putBackLog()).toBe('done');
    expect(await held()).toEqual(before);
    expect(await worker.telemetry.putBackLog()).toBe('notSaved');

    worker.now += 2 * MINUTE;
    await worker.telemetry.emptyLog();
    await worker.flushLater(1000);
    const sent = (await held()).rows.filter(({ state }) => state === 'sent');
    expect(sent).toHaveLength(2);
    await worker.telemetry.putBackLog();
    expect((await held()).rows, 'what was sent meanwhile does not wait again').toEqual(sent);

    for (const change of ['withdraw', 'eraseAll', 'deleteWaiting'] as const) {
      await worker.telemetry.record('timer.started', { entry_id: 2 });
      await worker.telemetry.emptyLog();
      if (change === 'withdraw') await worker.telemetry.withdraw('options');
      else await worker.telemetry[change]();
      expect(await worker.telemetry.putBackLog()).toBe('notSaved');
    }
    await worker.telemetry.record('timer.started', { entry_id: 3 });
    await worker.telemetry.emptyLog();
    worker.now += 61_000;
    expect(await worker.telemetry.putBackLog()).toBe('notSaved');
    store.close();
  });

  test('P17 P24 the log keeps 30 days, at the start and by the daily alarm', async () => {
    const worker = start();
    for (let i = 0; i < 40; i++) {
      worker.now = T0 + i * DAY;
      await worker.telemetry.record('report.viewed');
    }
    await worker.telemetry.onAlarm('telemetry-daily');
    const store = new TelemetryStore();
    expect(await store.log.count()).toBe(30);
    const next = start();
    next.now = T0 + 44 * DAY;
    await next.telemetry.start();
    expect(await store.log.count()).toBe(25);
    expect(next.alarms.has('telemetry-daily')).toBe(true);
    store.close();
    expect(firstDayKept(new Date(2026, 2, 31, 12).getTime())).toBe('2026-03-02');
  });
});

test('P24 what was logged while the clock was years ahead is kept for 30 days too, not for years', async () => {
  const worker = start();
  worker.now = T0 + 800 * DAY;
  await worker.telemetry.record('report.viewed');
  worker.now = T0;
  await worker.telemetry.record('report.viewed');
  await worker.telemetry.start();
  const store = new TelemetryStore();
  const days = async (): Promise<string[]> => (await store.log.toArray()).map(({ day }) => day);
  expect(await days()).toEqual([dayOf(T0), dayOf(T0)]);
  expect(tallied(await talliedLog(store), { day: dayOf(T0) }).rows).toBe(2);
  worker.now = T0 + 31 * DAY;
  await worker.telemetry.start();
  expect(await days()).toEqual([]);
  store.close();
});

describe('the log of a long time', () => {
  const ROWS = 6000;
  const events = ['timer.started', 'timer.stopped', 'entry.updated', 'error'] as const;
  const states = ['sent', 'wouldBeSent', 'refused'] as const;
  const rowOf = (id: number): LogRow => ({
    ...{ id, at: T0 + id, day: dayOf(T0 + (id % 30) * DAY), event: events[id % 4] ?? 'error', sink: 'posthog' },
    ...{ state: states[id % 3] ?? 'sent', why: null, field: null, body: `{"n":${id}}`, bytes: 9, attempts: 0 },
    ...{ changed: T0, answer: null, retryAt: null },
  });

  test('P17 it is read a page at a time, newest first, by event, state and day, and downloaded whole', async () => {
    const store = new TelemetryStore();
    await store.log.bulkAdd(Array.from({ length: ROWS }, (_, id) => rowOf(id)));
    const day = dayOf(T0 + 3 * DAY);
    for (const filter of [
      {},
      { event: 'error' },
      { state: 'sent' },
      { event: 'error', state: 'sent' },
      { day },
      { day, state: 'sent' },
    ] as const) {
      const expected = Array.from({ length: ROWS }, (_, id) => rowOf(id))
        .filter((row) => Object.entries(filter).every(([key, value]) => row[key as 'day'] === value))
        .map(({ id }) => id)
        .reverse();
      const first = await logPage(store, filter);
      const second = await logPage(store, filter, first.next);
      expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(expected.slice(0, 100));
    }
    const last = await logPage(store, {}, 3);
    expect([last.rows.map(({ id }) => id), last.next]).toEqual([[2, 1, 0], null]);
    let lines = 0;
    for await (const piece of logLines(store)) {
      for (const line of piece.trimEnd().split('\n')) {
        expect(JSON.parse(line).body).toBe(`{"n":${lines}}`);
        lines += 1;
      }
    }
    expect(lines).toBe(ROWS);
    store.close();
  }, 60_000);
});
