import { describe, expect, test } from 'vitest';
import { NO_FINGERPRINT } from '../../../lib/telemetry/fingerprint.ts';
import { covers, POLICY_VERSION } from '../../../lib/telemetry/policy.ts';
import { questionFor } from '../../../lib/telemetry/question.ts';
import { type ConsentRow, nextReceipt, parseReceipt, type Receipt, standing } from '../../../lib/telemetry/receipts.ts';
import { emptyDatabase, emptyDisk } from './memory.ts';
import { entriesOnWire, MINUTE, TelemetryWorker } from './worker.ts';

const granted: Receipt = { number: 3, since: 10, state: 'granted', policyVersion: '3.0.0', by: 'options', epoch: 2 };
const denied: Receipt = { ...granted, number: 4, since: 20, state: 'denied' };
const row = (receipt: Receipt, installationId: string | null = null): ConsentRow => ({ receipt, installationId });

describe('the two receipts', () => {
  test.each([
    ['nothing anywhere', null, null, 'unset'],
    ['both granted', granted, row(granted, 'a'), 'whole'],
    ['both denied', denied, row(denied), 'whole'],
    ['the outer one lost', null, row(granted, 'a'), 'withdraw'],
    ['the database lost', granted, null, 'withdraw'],
    ['an older database', denied, row(granted, 'a'), 'withdraw'],
    ['an older outer receipt', granted, row(denied), 'withdraw'],
    ['another time', granted, row({ ...granted, since: 11 }, 'a'), 'withdraw'],
    ['no ID', granted, row(granted), 'withdraw'],
    ['an ID after a refusal', denied, row(denied, 'a'), 'withdraw'],
    ['a deletion cut off', { ...granted, epoch: 3 }, row(granted, 'a'), 'finishDeleting'],
  ] as const)('P01 %s', (_name, outside, inside, expected) => {
    expect(standing(outside, inside)).toBe(expected);
  });

  test('numbers never restart, and only a refusal raises the epoch', () => {
    const answer = { since: 30, policyVersion: '3.0.0', by: 'options' } as const;
    expect(nextReceipt(granted, row(denied), { ...answer, state: 'denied' })).toMatchObject({ number: 5, epoch: 3 });
    expect(nextReceipt(null, row(denied), { ...answer, state: 'granted' })).toMatchObject({ number: 5, epoch: 2 });
    expect(nextReceipt(null, null, { ...answer, state: 'granted' })).toMatchObject({ number: 1, epoch: 0 });
  });

  test('P01 a stored value that is not a whole receipt is none', () => {
    expect(parseReceipt(structuredClone(granted))).toEqual(granted);
    for (const part of Object.keys(granted)) expect(parseReceipt({ ...granted, [part]: undefined })).toBeNull();
    for (const wrong of [null, 1, 'granted', true, [], { state: 'granted' }]) expect(parseReceipt(wrong)).toBeNull();
    expect(parseReceipt({ ...granted, by: 'nobody' })).toBeNull();
  });
});

describe('agreeing and withdrawing', () => {
  test('P01 P05 nothing is agreed to, sent or minted until the person agrees', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    await worker.telemetry.start();
    await worker.telemetry.record('timer.started', { entry_id: 1 });
    await worker.flushLater();
    expect(worker.requests).toEqual([]);
    expect(disk.database.consent).toBeNull();
    expect(disk.database.queue.size).toBe(0);
    expect(worker.shown.at(-1)).toEqual({ state: 'unset', sent: 0, since: null });
    const [logged] = [...disk.database.log.values()];
    expect(logged).toMatchObject({ state: 'wouldBeSent', why: 'off' });
    expect(logged?.body).toContain(NO_FINGERPRINT);
    expect(logged).not.toHaveProperty('fingerprint');
  });

  test('P02 leaving the box empty is no withdrawal: the popup goes on saying that nothing was sent', async () => {
    const worker = new TelemetryWorker(emptyDisk());
    await worker.telemetry.withdraw('welcome');
    expect(worker.shown.at(-1)).toEqual({ state: 'unset', sent: 0, since: null });
    await worker.telemetry.agree('options');
    await worker.telemetry.withdraw('options');
    expect(worker.shown.at(-1)).toEqual({ state: 'off', sent: 0, since: worker.now });
  });

  test('P17 what was recorded while telemetry was off is never sent later', async () => {
    const worker = new TelemetryWorker(emptyDisk());
    await worker.telemetry.record('timer.started', { entry_id: 1 });
    await worker.telemetry.agree('options');
    await worker.telemetry.record('timer.started', { entry_id: 2 });
    await worker.flushLater();
    expect(entriesOnWire(worker.requests)).toEqual([2]);
  });

  test('P12 P25 the ID is made with the agreement, and every answer is kept: when, by which control, for which policy', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    expect(await worker.telemetry.agree('welcome')).toBe('done');
    expect(disk.database.consent?.installationId).toMatch(/^[0-9a-f]{32}$/);
    const first = disk.database.consent?.installationId;
    worker.now += MINUTE;
    expect(await worker.telemetry.withdraw('options')).toBe('done');
    expect(disk.database.consent?.installationId).toBeNull();
    await worker.telemetry.agree('options');
    expect(disk.database.consent?.installationId).not.toBe(first);
    expect(
      disk.database.receipts.map(({ number, state, by, policyVersion }) => [number, state, by, policyVersion]),
    ).toEqual([
      [1, 'granted', 'welcome', POLICY_VERSION],
      [2, 'denied', 'options', POLICY_VERSION],
      [3, 'granted', 'options', POLICY_VERSION],
    ]);
  });

  test('P04 P05 turning it off empties the queue and leaves neither ID nor fingerprint of what was not sent', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    await worker.telemetry.agree('options');
    for (let i = 1; i <= 20; i++) await worker.telemetry.record('timer.started', { entry_id: i });
    const [queued] = [...disk.database.queue.values()];
    const id = disk.database.consent?.installationId ?? '';
    expect(disk.database.queue.size).toBe(21);
    await worker.telemetry.withdraw('options');
    expect(disk.database.queue.size).toBe(0);
    const everything = JSON.stringify([disk, [...disk.database.log.values()]]);
    expect(everything).not.toContain(id);
    expect(everything).not.toContain(queued?.fingerprint);
    expect([...disk.database.log.values()].every(({ state, why }) => state === 'dropped' && why === 'withdrawn')).toBe(
      true,
    );
    await worker.flushLater();
    expect(worker.requests).toEqual([]);
  });

  test('P23 after turning it off the fingerprint of what was sent stands in the log, until it is emptied', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    await worker.telemetry.agree('options');
    await worker.flushLater();
    await worker.telemetry.withdraw('options');
    expect([...disk.database.log.values()].map(({ fingerprint }) => fingerprint)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    await worker.telemetry.emptyLog();
    expect(disk.database.log.size).toBe(0);
  });

  test('P01 an agreement that cannot be saved is none', async () => {
    for (const failing of [1, 2, 3, 4]) {
      const disk = emptyDisk();
      let calls = 0;
      const { database } = new TelemetryWorker(disk).parts;
      const broken = new TelemetryWorker(disk, {
        database: {
          transact: (body) => (++calls === failing ? Promise.reject(new Error('full')) : database.transact(body)),
        },
      });
      const answer = await broken.telemetry.agree('options');
      await new TelemetryWorker(disk).telemetry.start();
      expect(disk.receipt?.state === 'granted').toBe(answer === 'done');
      expect((disk.database.consent?.installationId ?? null) !== null).toBe(answer === 'done');
    }
  });

  test('the browser’s own permission is needed to agree, and taking it away is a withdrawal', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    worker.permitted = false;
    expect(await worker.telemetry.agree('options')).toBe('notPermitted');
    expect(disk.receipt).toBeNull();
    worker.permitted = true;
    expect(await worker.telemetry.agree('options')).toBe('done');
    worker.permitted = false;
    await worker.telemetry.onChange();
    expect(disk.database.receipts.at(-1)).toMatchObject({ state: 'denied', by: 'browser' });
    const later = new TelemetryWorker(disk);
    await later.flushLater();
    expect(later.requests).toEqual([]);
  });

  test('a permission that went while the worker slept is found at the start, and before each request', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    await worker.telemetry.agree('options');
    worker.permitted = false;
    await worker.flushLater();
    expect(worker.requests).toEqual([]);
    expect(disk.database.receipts.at(-1)).toMatchObject({ state: 'denied', by: 'browser' });
    await worker.telemetry.withdraw('options');
    const again = new TelemetryWorker(disk);
    await again.telemetry.agree('options');
    const asleep = new TelemetryWorker(disk);
    asleep.permitted = false;
    await asleep.telemetry.start();
    expect(disk.receipt).toMatchObject({ state: 'denied', by: 'browser' });
  });

  test('deleting what waits keeps the agreement; an older database cannot send what was deleted', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    await worker.telemetry.agree('options');
    await worker.telemetry.record('timer.started', { entry_id: 1 });
    const old = structuredClone(disk.database);
    expect(await worker.telemetry.deleteWaiting()).toBe('done');
    disk.database = old;
    const next = new TelemetryWorker(disk);
    await next.telemetry.start();
    await next.telemetry.record('timer.started', { entry_id: 2 });
    await next.flushLater();
    expect(entriesOnWire(next.requests)).toEqual([2]);
  });

  test('P23 one action erases everything local, and turns it off', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    await worker.telemetry.agree('options');
    await worker.flushLater();
    expect(await worker.telemetry.eraseAll()).toBe('done');
    expect(disk.database).toMatchObject({ queue: new Map(), log: new Map(), tally: { sent: 0, bytes: 0 } });
    expect(disk.database.receipts).toMatchObject([{ number: 2, state: 'denied', by: 'erased' }]);
    expect(disk.database.consent?.installationId).toBeNull();
    const untouched = emptyDisk();
    await new TelemetryWorker(untouched).telemetry.eraseAll();
    expect(untouched).toEqual({ receipt: null, database: emptyDatabase() });
  });
});

describe('a new version of the policy', () => {
  test('P26 versions are compared by their numbers', () => {
    expect(covers('3.0.0', '3.0.0')).toBe(true);
    expect(covers('3.0.0', '3.0.1')).toBe(false);
    expect(covers('3.10.0', '3.9.0')).toBe(true);
    expect(covers('4', '3.9.9')).toBe(true);
  });

  test('P26 an event that is newer than what was agreed to stays here, and agreeing anew keeps ID and queue', async () => {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    await worker.telemetry.agree('options');
    const older = (receipt: Receipt): Receipt => ({ ...receipt, policyVersion: '2.0.0' });
    if (!disk.receipt || !disk.database.consent) throw new Error('not agreed');
    disk.receipt = older(disk.receipt);
    disk.database.consent = { ...disk.database.consent, receipt: older(disk.database.consent.receipt) };
    const id = disk.database.consent.installationId;
    const next = new TelemetryWorker(disk);
    await next.telemetry.record('timer.started', { entry_id: 2 });
    expect([...disk.database.log.values()].at(-1)).toMatchObject({ state: 'wouldBeSent', why: 'newPolicy' });
    expect(await next.telemetry.question()).toBe('newPolicy');
    expect(await next.telemetry.agree('welcome')).toBe('done');
    expect(disk.database.consent.installationId).toBe(id);
    await next.flushLater();
    expect(next.wire).toContain('telemetry.enabled');
    expect(entriesOnWire(next.requests)).toEqual([]);
  });

  test('P02 the question is asked once, and once more of those who agreed to an older policy', () => {
    const old: Receipt = { ...granted, policyVersion: '2.9.0' };
    expect(questionFor(null, null)).toBe('first');
    expect(questionFor({ at: 1, policyVersion: '2.9.0' }, null)).toBeNull();
    expect(questionFor({ at: 1, policyVersion: '2.9.0' }, old)).toBe('newPolicy');
    expect(questionFor({ at: 1, policyVersion: '3.0.0' }, old)).toBeNull();
    expect(questionFor({ at: 1, policyVersion: '2.9.0' }, { ...old, state: 'denied' })).toBeNull();
    expect(questionFor(null, granted)).toBeNull();
  });
});
