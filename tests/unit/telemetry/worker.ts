import type { TelemetryStatus } from '../../../lib/telemetry/display.ts';
import { platformProperties, usageBody } from '../../../lib/telemetry/envelope.ts';
import { errorBody } from '../../../lib/telemetry/error-envelope.ts';
import type { PlatformFacts } from '../../../lib/telemetry/platform-facts.ts';
import type { Post, TelemetryDatabase } from '../../../lib/telemetry/ports.ts';
import type { Asked } from '../../../lib/telemetry/question.ts';
import type { Builders } from '../../../lib/telemetry/sinks/lazy.ts';
import { Telemetry } from '../../../lib/telemetry/telemetry.ts';
import type { TelemetryParts } from '../../../lib/telemetry/telemetry-parts.ts';
import { type Disk, Fate, memoryDatabase, memoryLock, memoryReceipts } from './memory.ts';

export const T0 = Date.UTC(2026, 10, 24, 9);
export const MINUTE = 60_000;
export const HOME = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/';
export const platform: PlatformFacts = { os: 'Linux', browser: 'Chrome', browserVersion: 156, appVersion: '1.0.0' };

let built = 0;
const nextHex = (digits: number): string => (++built).toString(16).padStart(digits, '0');

/** Builders without the SDKs: what they hand to the envelope, and nothing else. */
export const plainBuilders: Builders = {
  usage: async (said) =>
    usageBody(
      {
        uuid: `01a20b01-cd99-7000-8000-${nextHex(12)}`,
        event: said.name,
        properties: { ...said.fields, ...platformProperties(said.platform), distinct_id: said.fingerprint },
      },
      said,
    ),
  error: async ({ name, message }, said) =>
    errorBody({ event_id: nextHex(32), exception: { values: [{ type: name, value: message }] } }, said),
};

export interface Request {
  readonly address: string;
  readonly body: string;
}

interface World {
  readonly fate?: Fate;
  readonly database?: TelemetryDatabase;
  readonly builders?: Builders;
  readonly post?: Post;
}

/** Things around one worker that a test can turn. */
export class TelemetryWorker {
  now = T0;
  permitted = true;
  online = true;
  status = 200;
  readonly requests: Request[] = [];
  readonly shown: TelemetryStatus[] = [];
  readonly alarms = new Map<string, number>();
  asked: Asked | null = null;
  /** Called at the moment a request begins. */
  onRequest: () => void = () => undefined;
  readonly parts: TelemetryParts;
  readonly telemetry: Telemetry;

  constructor(disk: Disk, { fate = new Fate(), database, builders = plainBuilders, post }: World = {}) {
    const answer: Post = async () => {
      if (this.status === 0) throw new TypeError('Failed to fetch');
      return { status: this.status, text: '' };
    };
    this.parts = {
      receipts: memoryReceipts(disk, fate),
      database: database ?? memoryDatabase(disk, fate),
      consentLock: memoryLock(),
      flushLock: memoryLock(),
      permitted: async () => this.permitted,
      post: async (address, body, signal) => {
        fate.step();
        this.onRequest();
        this.requests.push({ address, body });
        const given = await (post ?? answer)(address, body, signal);
        fate.step();
        return given;
      },
      builders,
      now: () => this.now,
      random: () => 0,
      online: () => this.online,
      platform: () => platform,
      home: HOME,
      alarms: {
        soonest: async (name, when) => void this.alarms.set(name, Math.min(when, this.alarms.get(name) ?? when)),
        daily: async (name) => void this.alarms.set(name, 0),
      },
      show: async (status) => void this.shown.push(status),
      asked: {
        read: async () => this.asked,
        write: async (asked) => {
          this.asked = asked;
        },
      },
    };
    this.telemetry = new Telemetry(this.parts);
  }

  /** What a minute later brings. */
  async flushLater(later = 2 * MINUTE): Promise<void> {
    this.now += later;
    await this.telemetry.onAlarm('telemetry-flush');
  }

  /** Everything that left, as one string. */
  get wire(): string {
    return this.requests.map(({ body }) => body).join('\n');
  }
}

/** The entry numbers in everything that was sent. */
export const entriesOnWire = (requests: readonly Request[]): number[] =>
  requests.flatMap(({ body }) => [...body.matchAll(/"entry_id":(\d+)/g)].map((match) => Number(match[1])));
