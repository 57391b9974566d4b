import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standing } from '../../../lib/telemetry/receipts.ts';
import { type Disk, emptyDatabase, emptyDisk, Fate } from './memory.ts';
import { entriesOnWire, type Request, T0, TelemetryWorker } from './worker.ts';

type Step = 'agree' | 'withdraw' | 'record' | 'delete' | 'erase' | 'flush' | 'restart' | 'photograph';
type Damage = 'none' | 'loseReceipt' | 'loseDatabase' | 'oldReceipt' | 'oldDatabase';

interface Act {
  readonly steps: readonly Step[];
  readonly damage: Damage;
  /** At which step of these the browser is killed; 0: not. */
  readonly killAt: number;
}

const step = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Step>('record', 'flush', 'agree') },
  { weight: 3, arbitrary: fc.constantFrom<Step>('withdraw', 'delete', 'photograph') },
  { weight: 1, arbitrary: fc.constantFrom<Step>('erase', 'restart') },
);
const act: fc.Arbitrary<Act> = fc.record({
  // more than one: two callers at once
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  damage: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Damage>('none') },
    { weight: 1, arbitrary: fc.constantFrom<Damage>('loseReceipt', 'loseDatabase', 'oldReceipt', 'oldDatabase') },
  ),
  killAt: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) }),
});

/** A person's life with the extension, and what must never leave from now on. */
class Life {
  readonly disk: Disk = emptyDisk();
  readonly forbidden = new Set<number>();
  #now = T0;
  #recorded = 0;
  #old: Disk = emptyDisk();
  #seen = 0;
  #worker = this.#start(new Fate());
  sent = 0;
  #begunWhileOff = 0;

  #start(fate: Fate): TelemetryWorker {
    const worker = new TelemetryWorker(this.disk, { fate });
    worker.now = this.#now;
    worker.onRequest = () => {
      if (this.disk.receipt?.state !== 'granted') this.#begunWhileOff += 1;
    };
    this.#seen = 0;
    return worker;
  }

  async live({ steps, damage, killAt }: Act): Promise<void> {
    if (killAt > 0) await this.#restart(new Fate(killAt));
    this.#now += 5 * 60_000;
    this.#worker.now = this.#now;
    const off = this.disk.receipt?.state !== 'granted' && !steps.includes('agree');
    const before = this.#recorded;
    const answers = await Promise.all(steps.map((one) => this.#take(one).catch(() => 'killed')));
    this.#check();
    if (off) for (let entry = before + 1; entry <= this.#recorded; entry++) this.forbidden.add(entry);
    const ended = steps.some((one, i) => ['withdraw', 'delete', 'erase'].includes(one) && answers[i] === 'done');
    // of several things said at once, the last one counts: only an end that nothing competed with is known to be one
    if (ended && !steps.includes('record')) this.#forbidAll();
    if (this.disk.receipt?.state === 'denied') this.#forbidAll();
    if (killAt > 0) await this.#restart(new Fate());
    if (damage !== 'none') await this.#damage(damage);
  }

  #forbidAll(): void {
    for (let entry = 1; entry <= this.#recorded; entry++) this.forbidden.add(entry);
  }

  #check(): void {
    const fresh: readonly Request[] = this.#worker.requests.slice(this.#seen);
    this.#seen = this.#worker.requests.length;
    expect(this.#begunWhileOff).toBe(0);
    const left = entriesOnWire(fresh);
    this.sent += left.length;
    expect(left.filter((entry) => this.forbidden.has(entry))).toEqual([]);
  }

  async #take(one: Step): Promise<string> {
    const { telemetry } = this.#worker;
    switch (one) {
      case 'agree':
        return telemetry.agree('options');
      case 'withdraw':
        return telemetry.withdraw('options');
      case 'delete':
        return telemetry.deleteWaiting();
      case 'erase':
        return telemetry.eraseAll();
      case 'record':
        this.#recorded += 1;
        await telemetry.record('timer.started', { entry_id: this.#recorded });
        return 'done';
      case 'flush':
        await telemetry.onAlarm('telemetry-flush');
        return 'done';
      case 'restart':
        await this.#restart(new Fate());
        return 'done';
      case 'photograph':
        this.#old = structuredClone(this.disk);
        return 'done';
    }
  }

  async #restart(fate: Fate): Promise<void> {
    this.#check();
    this.#worker = this.#start(fate);
    await this.#worker.telemetry.start();
    this.#check();
  }

  async #damage(damage: Damage): Promise<void> {
    if (damage === 'loseReceipt') this.disk.receipt = null;
    if (damage === 'oldReceipt') this.disk.receipt = structuredClone(this.#old.receipt);
    if (damage === 'loseDatabase') this.disk.database = emptyDatabase();
    if (damage === 'oldDatabase') this.disk.database = structuredClone(this.#old.database);
    await this.#restart(new Fate());
    const { receipt, database } = this.disk;
    expect(['unset', 'whole']).toContain(standing(receipt, database.consent));
    expect(database.consent?.installationId ?? null).toEqual(
      receipt?.state === 'granted' ? expect.stringMatching(/^[0-9a-f]{32}$/) : null,
    );
  }

  /** At the end everything goes that may. */
  async finish(): Promise<void> {
    await this.#restart(new Fate());
    for (let i = 0; i < 3; i++) {
      this.#now += 24 * 3_600_000;
      this.#worker.now = this.#now;
      await this.#worker.telemetry.onAlarm('telemetry-flush');
    }
    this.#check();
  }
}

test('P04 P05 whatever is killed, lost, rolled back or done at once: what was withdrawn or deleted is never sent', async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      const life = new Life();
      await life.live({ steps: ['agree'], damage: 'none', killAt: 0 });
      for (const one of acts) await life.live(one);
      await life.finish();
      sent += life.sent;
    }),
    { numRuns: 400 },
  );
  // a model that never sends would hold every promise
  expect(sent).toBeGreaterThan(200);
}, 60_000);

test('P01 a kill at any step of agreeing leaves it whole or off, and no ID without an agreement', async () => {
  for (let killAt = 1; killAt < 20; killAt++) {
    const disk = emptyDisk();
    await new TelemetryWorker(disk, { fate: new Fate(killAt) }).telemetry.agree('welcome').catch(() => undefined);
    await new TelemetryWorker(disk).telemetry.start();
    expect(['unset', 'whole']).toContain(standing(disk.receipt, disk.database.consent));
    expect(disk.database.consent?.installationId === null || disk.receipt?.state !== 'denied').toBe(true);
  }
});

test('P04 a kill at any step of withdrawing, once it has begun to be written, ends as a withdrawal', async () => {
  for (let killAt = 1; killAt < 30; killAt++) {
    const disk = emptyDisk();
    const worker = new TelemetryWorker(disk);
    await worker.telemetry.agree('options');
    await worker.telemetry.record('timer.started', { entry_id: 1 });
    const fate = new Fate(killAt);
    await new TelemetryWorker(disk, { fate }).telemetry.withdraw('options').catch(() => undefined);
    const begun = disk.receipt?.state === 'denied' || disk.database.consent?.receipt.state === 'denied';
    const next = new TelemetryWorker(disk);
    await next.telemetry.start();
    await next.flushLater();
    if (begun) {
      expect(next.requests).toEqual([]);
      expect(disk.database.consent).toMatchObject({ installationId: null, receipt: { state: 'denied' } });
      expect(disk.database.queue.size).toBe(0);
    }
  }
});
