import { type Thrown, thrownFrom } from '../platform/thrown.ts';
import { Brake } from './brake.ts';
import { Consent, type ConsentAnswer } from './consent.ts';
import { statusOf } from './display.ts';
import { EmptiedLog } from './emptied-log.ts';
import { Flusher } from './flush.ts';
import { GATHER } from './flush-plan.ts';
import { dayOf, firstDayKept, MOST_LOG_ROWS } from './log.ts';
import { POLICY_VERSION } from './policy.ts';
import type { TelemetryDatabase } from './ports.ts';
import { type Question, questionFor } from './question.ts';
import type { Control } from './receipts.ts';
import { Recorder, type Said } from './record.ts';
import type { EventFields, EventName, GivenField } from './registry.ts';
import type { TelemetryParts } from './telemetry-parts.ts';

export const FLUSH_ALARM = 'telemetry-flush';
export const DAILY_ALARM = 'telemetry-daily';

/** An error that comes back in a loop is recorded so often a minute at most. */
const ERRORS_A_MINUTE = 20;
const MINUTE = 60_000;

type FieldsOf<N extends EventName> =
  Record<never, never> extends EventFields<N> ? [fields?: EventFields<N>] : [fields: EventFields<N>];

/** Telemetry as the rest of the extension sees it. Nothing here throws into who calls it. */
export class Telemetry {
  readonly #parts: TelemetryParts;
  readonly #consent: Consent;
  readonly #recorder: Recorder;
  readonly #flusher: Flusher;
  readonly #emptied = new EmptiedLog();
  #errors: number[] = [];

  constructor(parts: TelemetryParts) {
    this.#parts = parts;
    const brake = new Brake();
    this.#consent = new Consent({ ...parts, lock: parts.consentLock, brake });
    this.#recorder = new Recorder(parts);
    const { appVersion } = parts.platform();
    this.#flusher = new Flusher({ ...parts, lock: parts.flushLock, consent: this.#consent, brake, appVersion });
  }

  /** At every start of the worker: mends consent, sets the alarms, throws out what is too old. */
  start(): Promise<void> {
    return this.#quietly(async () => {
      await this.#consent.ready();
      await this.#parts.alarms.daily(DAILY_ALARM);
      await this.#trim();
      await this.#flush();
    });
  }

  /** To be handed every alarm; those that are not telemetry's are left alone. */
  onAlarm(name: string): Promise<void> {
    return this.#quietly(async () => {
      if (name !== FLUSH_ALARM && name !== DAILY_ALARM) return;
      await this.#consent.ready();
      if (name === DAILY_ALARM) await this.#trim();
      await this.#flush();
    });
  }

  /** To be called when the browser's permissions changed, or it is online again. */
  onChange(): Promise<void> {
    return this.#quietly(async () => {
      await this.#consent.ready();
      const on = (await this.#consent.agreement()) !== null;
      if (on && !(await this.#parts.permitted())) {
        this.#emptied.forget();
        await this.#consent.withdraw('browser');
      }
      await this.#flush();
    });
  }

  /** Says that something happened. Resolves when it is written, or cannot be; never rejects. */
  record<N extends EventName>(name: N, ...[fields]: FieldsOf<N>): Promise<void> {
    return this.#record({ kind: 'event', name, fields: fields ?? {} });
  }

  /** The same for a name that is known only when it runs; the fields are checked against its rule then. */
  recordNumbered(name: EventName, fields: Readonly<Partial<Record<GivenField, number>>>): Promise<void> {
    return this.#record({ kind: 'event', name, fields });
  }

  /** Says that something was thrown: anything, here or in a page (`thrownFrom`). */
  recordError(thrown: unknown): Promise<void> {
    const now = this.#parts.now();
    this.#errors = this.#errors.filter((at) => now - at < MINUTE && at <= now);
    if (this.#errors.length >= ERRORS_A_MINUTE) return Promise.resolve();
    this.#errors.push(now);
    const plain: Thrown = thrownFrom(thrown);
    return this.#record({ kind: 'error', thrown: plain });
  }

  /** The person agrees. `notPermitted`: the browser's own permission is missing (Firefox). */
  async agree(by: Extract<Control, 'welcome' | 'options'>): Promise<ConsentAnswer> {
    const before = await this.#consent.agreement().catch(() => null);
    const answer = await this.#consent.grant(by).catch((): ConsentAnswer => 'notSaved');
    if (answer === 'done' && before === null) await this.record('telemetry.enabled');
    return this.#answered(answer);
  }

  /** The person does not agree, or no longer does. */
  async withdraw(by: Extract<Control, 'welcome' | 'options'>): Promise<ConsentAnswer> {
    this.#emptied.forget();
    return this.#answered(await this.#consent.withdraw(by));
  }

  async deleteWaiting(): Promise<ConsentAnswer> {
    this.#emptied.forget();
    return this.#answered(await this.#consent.deleteWaiting());
  }

  /** Removes log, queue, history, counts and ID. What was on is off afterwards. */
  async eraseAll(): Promise<ConsentAnswer> {
    this.#emptied.forget();
    return this.#answered(await this.#consent.eraseAll());
  }

  emptyLog(): Promise<ConsentAnswer> {
    return this.#stored((tx) => this.#emptied.empty(tx, this.#parts.now()));
  }

  /** Takes the last emptying back. `notSaved`: too late, or it could not be written. */
  async putBackLog(): Promise<ConsentAnswer> {
    let found = false;
    const answer = await this.#stored(async (tx) => {
      found = await this.#emptied.putBack(tx, this.#parts.now());
    });
    if (answer === 'done') this.#emptied.forget();
    return found ? answer : 'notSaved';
  }

  /** Whether a log is kept from now on. What it holds stays until it is emptied or too old. */
  keepLog(keeps: boolean): Promise<ConsentAnswer> {
    return this.#stored((tx) => tx.setKeepsLog(keeps));
  }

  /** Which question the welcome page has to ask now. */
  async question(): Promise<Question> {
    return questionFor(await this.#parts.asked.read(), await this.#parts.receipts.read());
  }

  /** The question was shown: it is not repeated. */
  noteAsked(): Promise<void> {
    return this.#quietly(() => this.#parts.asked.write({ at: this.#parts.now(), policyVersion: POLICY_VERSION }));
  }

  /** One event, whole, as it would be sent; made by the code that makes all. */
  sample(): Promise<string | null> {
    return this.#recorder.sample('timer.started', { entry_id: 128, project_id: 7 }).catch(() => null);
  }

  #record(said: Said): Promise<void> {
    return this.#quietly(async () => {
      await this.#consent.ready();
      if (await this.#recorder.record(said)) {
        await this.#parts.alarms.soonest(FLUSH_ALARM, this.#parts.now() + GATHER);
      }
    });
  }

  async #flush(): Promise<void> {
    const due = await this.#flusher.flush();
    if (due !== null) await this.#parts.alarms.soonest(FLUSH_ALARM, due);
    await this.#show();
  }

  async #trim(): Promise<void> {
    const now = this.#parts.now();
    await this.#parts.database.transact((tx) => tx.trimLog(firstDayKept(now), dayOf(now), MOST_LOG_ROWS));
  }

  async #show(): Promise<void> {
    const outside = await this.#parts.receipts.read();
    const { database, show } = this.#parts;
    await show(await database.transact(async (tx) => statusOf(outside, await tx.consent(), await tx.tally())));
  }

  async #answered(answer: ConsentAnswer): Promise<ConsentAnswer> {
    await this.#quietly(() => this.#show());
    return answer;
  }

  #stored(body: Parameters<TelemetryDatabase['transact']>[0]): Promise<ConsentAnswer> {
    return this.#parts.database.transact(body).then(
      (): ConsentAnswer => 'done',
      (): ConsentAnswer => 'notSaved',
    );
  }

  /** A full disk, a broken database, a bug: what a person does with their time never notices. */
  async #quietly(body: () => Promise<void>): Promise<void> {
    await body().catch(() => undefined);
  }
}
