import type { TelemetryStatus } from './display.ts';
import type { PlatformFacts } from './platform-facts.ts';
import type { Lock, Permitted, Post, ReceiptStore, TelemetryDatabase } from './ports.ts';
import type { Asked } from './question.ts';
import type { Builders } from './sinks/lazy.ts';

/** What the browser gives, each part replaceable in a test. */
export interface TelemetryParts {
  readonly receipts: ReceiptStore;
  readonly database: TelemetryDatabase;
  readonly consentLock: Lock;
  readonly flushLock: Lock;
  readonly permitted: Permitted;
  readonly post: Post;
  readonly builders: Builders;
  readonly now: () => number;
  readonly random: () => number;
  readonly online: () => boolean;
  readonly platform: () => PlatformFacts;
  readonly home: string;
  readonly alarms: {
    /** Sets the alarm, unless one is set that comes earlier. */
    soonest(name: string, when: number): Promise<void>;
    /** Sets the alarm to once a day, unless it is set. */
    daily(name: string): Promise<void>;
  };
  /** Where the popup's footer reads its line. */
  readonly show: (status: TelemetryStatus) => Promise<void>;
  readonly asked: { read(): Promise<Asked | null>; write(asked: Asked): Promise<void> };
}
