import { afterEach, describe, expect, test, vi } from 'vitest';
import { addresses } from '../../../lib/telemetry/destinations.ts';
import { headersWeSet } from '../../../lib/telemetry/headers.ts';
import type { Post, TelemetryDatabase } from '../../../lib/telemetry/ports.ts';
import { post } from '../../../lib/telemetry/post.ts';
import { bounds } from '../../../lib/telemetry/queue-bounds.ts';
import { emptyDisk, Fate, memoryDatabase } from './memory.ts';
import { entriesOnWire, MINUTE, TelemetryWorker } from './worker.ts';

/** Answers when told to; rejects when it is aborted, as fetch does. */
function slowPost(): { post: Post; begun: Promise<void>; aborted: () => boolean; answer: (status: number) => void } {
  let begin = (): void => undefined;
  let answer = (_status: number): void => undefined;
  let aborted = false;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return {
    begun,
    aborted: () => aborted,
    answer: (status) => answer(status),
    post: (_address, _body, signal) =>
      new Promise((resolve, reject) => {
        answer = (status) => resolve({ status, text: '' });
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(signal.reason);
        });
        begin();
      }),
  };
}

async function agreed(world: ConstructorParameters<typeof TelemetryWorker>[1] = {}) {
  const disk = emptyDisk();
  const worker = new TelemetryWorker(disk, world);
  await worker.telemetry.agree('options');
  return { disk, worker, states: () => [...disk.database.log.values()].map(({ state }) => state) };
}

describe('turning it off', () => {
  test('P04 aborts the request in flight, and no other begins', async () => {
    const slow = slowPost();
    const { disk, worker } = await agreed({ post: slow.post });
    worker.now += 2 * MINUTE;
    const flushing = worker.telemetry.onAlarm('telemetry-flush');
    await slow.begun;
    const withdrawing = worker.telemetry.withdraw('options');
    expect(slow.aborted()).toBe(true);
    expect(await withdrawing).toBe('done');
    await flushing;
    await worker.flushLater();
    expect(worker.requests).toHaveLength(1);
    expect(disk.database.queue.size).toBe(0);
    expect(disk.receipt?.state).toBe('denied');
  });

  test('P04 an answer that was already on its way is noted in the log and brings nothing back', async () => {
    const slow = slowPost();
    const { disk, worker, states } = await agreed({
      post: (address, body) => slow.post(address, body, new AbortController().signal),
    });
    worker.now += 2 * MINUTE;
    const flushing = worker.telemetry.onAlarm('telemetry-flush');
    await slow.begun;
    await worker.telemetry.withdraw('options');
    slow.answer(200);
    await flushing;
    expect(states()).toEqual(['sent']);
    expect(disk.database.queue.size).toBe(0);
    expect(disk.database.consent?.installationId).toBeNull();
  });

  test('P23 what may have arrived keeps its fingerprint in the log, so that its deletion can be asked for', async () => {
    const { disk, worker } = await agreed();
    worker.status = 0;
    await worker.flushLater();
    await worker.telemetry.withdraw('options');
    const [row] = [...disk.database.log.values()];
    expect(row).toMatchObject({ state: 'dropped', why: 'withdrawn', attempts: 1 });
    expect(row?.body).toContain(row?.fingerprint);
  });

  test('P04 a withdrawal that could not be stored still lets nothing begin', async () => {
    const disk = emptyDisk();
    let broken = false;
    const { database } = new TelemetryWorker(disk).parts;
    const worker = new TelemetryWorker(disk, {
      database: { transact: (body) => (broken ? Promise.reject(new Error('gone')) : database.transact(body)) },
    });
    await worker.telemetry.agree('options');
    broken = true;
    expect(await worker.telemetry.withdraw('options')).toBe('notSaved');
    broken = false;
    await worker.flushLater();
    expect(worker.requests).toEqual([]);
    const next = new TelemetryWorker(disk);
    await next.telemetry.start();
    expect(disk.database.consent).toMatchObject({ installationId: null });
  });

  test('P04 events recorded while it is being turned off leave nothing behind', async () => {
    const { disk, worker } = await agreed();
    const recording = Array.from({ length: 300 }, (_, i) =>
      worker.telemetry.record('timer.started', { entry_id: i + 1 }),
    );
    await Promise.all([...recording, worker.telemetry.withdraw('options')]);
    expect(disk.database.queue.size).toBe(0);
    await worker.flushLater();
    expect(worker.requests).toEqual([]);
  });
});

describe('sending', () => {
  test('P17 what is sent is the bytes of the log, between our public key', async () => {
    const { disk, worker } = await agreed();
    await worker.telemetry.record('project.created', { project_id: 42, client_id: 7 });
    await worker.telemetry.recordError(new TypeError('Invalid time value'));
    await worker.flushLater();
    const rows = [...disk.database.log.values()];
    const [usage, error] = worker.requests;
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect(usage?.address).toBe(addresses.posthog);
    expect(usage?.body).toBe(
      `{"api_key":"phc_UNISSUED00000000000000000000000000000000000","historical_migration":false,"batch":[${rows
        .slice(0, 2)
        .map(({ body }) => body)
        .join(',')}]}`,
    );
    expect(error).toEqual({ address: addresses.sentry, body: rows[2]?.body });
    expect(worker.shown.at(-1)).toMatchObject({ state: 'on', sent: 3 });
  });

  test('the same UUID goes on every retry, later each time, also after a restart', async () => {
    const { disk, worker, states } = await agreed();
    worker.status = 500;
    await worker.flushLater();
    expect(states()).toEqual(['waiting']);
    expect([...disk.database.log.values()][0]?.retryAt).toBe(worker.now + 30_000);
    const next = new TelemetryWorker(disk);
    next.now = worker.now;
    await next.telemetry.start();
    expect(next.requests).toEqual([]);
    expect(next.alarms.get('telemetry-flush')).toBe(next.now + 30_000);
    await next.flushLater();
    expect(next.requests).toEqual(worker.requests);
    expect(states()).toEqual(['sent']);
    expect(disk.database.queue.size).toBe(0);
  });

  test('a refusal is kept with its answer, and the sink rests until the next version', async () => {
    const { disk, worker, states } = await agreed();
    worker.status = 401;
    await worker.flushLater();
    expect(states()).toEqual(['refused']);
    expect([...disk.database.log.values()][0]).toMatchObject({ why: 'answer', answer: { status: 401 } });
    await worker.telemetry.record('timer.started', { entry_id: 1 });
    await worker.flushLater();
    expect(worker.requests).toHaveLength(1);
    expect(disk.database.queue.size).toBe(1);
  });

  test('413 halves the batch until it fits; one event that is too large is refused', async () => {
    const most = 3;
    const { worker, states } = await agreed({
      post: async (_address, body) => ({ status: body.split('"uuid"').length - 1 > most ? 413 : 200, text: '' }),
    });
    for (let i = 1; i <= 40; i++) await worker.telemetry.record('timer.started', { entry_id: i });
    await worker.flushLater();
    expect(new Set(states())).toEqual(new Set(['sent']));
    const tiny = await agreed({ post: async () => ({ status: 413, text: '' }) });
    await tiny.worker.flushLater();
    expect([...tiny.disk.database.log.values()][0]).toMatchObject({ state: 'refused', why: 'tooLarge' });
  });

  test('deleting what waits leaves the queue empty and says so in the log', async () => {
    const { disk, worker, states } = await agreed();
    await worker.telemetry.deleteWaiting();
    expect(disk.database.queue.size).toBe(0);
    expect(states()).toEqual(['dropped']);
    await worker.telemetry.record('timer.started', { entry_id: 9 });
    await worker.flushLater();
    expect(entriesOnWire(worker.requests)).toEqual([9]);
  });

  test('the queue stays within its bounds, and each drop is in the log', async () => {
    const { disk, worker } = await agreed();
    worker.online = false;
    for (let i = 0; i < 70; i++) {
      worker.now += MINUTE;
      await worker.telemetry.recordError(new RangeError(`number ${i}`));
    }
    expect([...disk.database.queue.values()].filter(({ sink }) => sink === 'sentry')).toHaveLength(bounds.sentry.rows);
    const dropped = [...disk.database.log.values()].filter(({ state }) => state === 'dropped');
    expect(dropped).toHaveLength(20);
    expect(dropped.every(({ why }) => why === 'tooMany')).toBe(true);
    worker.now += bounds.sentry.age + MINUTE;
    worker.online = true;
    await worker.telemetry.onAlarm('telemetry-flush');
    expect(worker.requests).toEqual([]);
    expect(disk.database.queue.size).toBe(0);
  });

  test('an error in a loop is recorded twenty times a minute at most', async () => {
    const { disk, worker } = await agreed();
    await Promise.all(Array.from({ length: 500 }, () => worker.telemetry.recordError('again')));
    expect([...disk.database.queue.values()].filter(({ sink }) => sink === 'sentry')).toHaveLength(20);
  });

  test('two flushes at once send nothing twice', async () => {
    const { worker } = await agreed();
    worker.now += 2 * MINUTE;
    await Promise.all([1, 2, 3].map(() => worker.telemetry.onAlarm('telemetry-flush')));
    expect(worker.requests).toHaveLength(1);
  });
});

test('an answer that could not be written down is, before anything else is sent: nothing goes twice', async () => {
  const disk = emptyDisk();
  const whole = memoryDatabase(disk, new Fate());
  let full = false;
  const transact: TelemetryDatabase['transact'] = (body) =>
    full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : whole.transact(body);
  const worker = new TelemetryWorker(disk, { database: { transact } });
  await worker.telemetry.agree('options');
  await worker.telemetry.record('report.viewed');
  worker.onRequest = () => {
    full = true;
  };
  for (let i = 0; i < 3; i++) await worker.flushLater(2 * MINUTE);
  full = false;
  worker.onRequest = () => undefined;
  await worker.flushLater(2 * MINUTE);
  expect(worker.requests).toHaveLength(1);
  expect([...disk.database.log.values()].map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a database that fails never throws into who records', async () => {
  const worker = new TelemetryWorker(emptyDisk(), {
    database: { transact: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) },
  });
  await worker.telemetry.start();
  await worker.telemetry.record('timer.started', { entry_id: 1 });
  await worker.telemetry.recordError(new Error('x'));
  await worker.telemetry.onAlarm('telemetry-flush');
  await worker.telemetry.onChange();
  expect(await worker.telemetry.agree('options')).toBe('notSaved');
  expect(await worker.telemetry.withdraw('options')).toBe('notSaved');
  expect(await worker.telemetry.emptyLog()).toBe('notSaved');
});

describe('one request', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('P14 carries no cookie, referrer or language list, follows no redirect and is not cached', async () => {
    const fetch = vi.fn(async (_address: string, _init: RequestInit) => new Response('ok'.repeat(500)));
    vi.stubGlobal('fetch', fetch);
    const { signal } = new AbortController();
    const answer = await post('https://example.invalid/', 'body', signal);
    expect(fetch.mock.calls).toEqual([
      [
        'https://example.invalid/',
        {
          ...{ method: 'POST', body: 'body', headers: headersWeSet, signal },
          ...{ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error' },
        },
      ],
    ]);
    expect(headersWeSet).toEqual({ 'Content-Type': 'text/plain;charset=UTF-8', 'Accept-Language': '*' });
    expect(answer).toEqual({ status: 200, text: 'ok'.repeat(150) });
  });
});
