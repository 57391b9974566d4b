import { ensureAlarm } from '../platform/alarms.ts';
import { browser } from '../platform/browser.ts';
import { now } from '../platform/clock.ts';
import { withLock } from '../platform/lock.ts';
import { STATUS_KEY } from './display.ts';
import { lateDatabases, lateSinks } from './late.ts';
import { lazyTelemetryDatabase } from './lazy-database.ts';
import { permitted } from './permission.ts';
import { platformFacts } from './platform-facts.ts';
import type { Post } from './ports.ts';
import { post as postDirectly } from './post.ts';
import { localAsked, localReceipts } from './receipt-store.ts';
import { Telemetry } from './telemetry.ts';

export type { ConsentAnswer } from './consent.ts';
export { postFrom } from './post-in-frame.ts';
export type { Question } from './question.ts';
export type { EventFields, EventName } from './registry.ts';
export { DAILY_ALARM, FLUSH_ALARM, type Telemetry } from './telemetry.ts';

const DAY_IN_MINUTES = 24 * 60;

async function soonest(name: string, when: number): Promise<void> {
  const set = await browser.alarms.get(name);
  if (!set || set.scheduledTime > when || set.scheduledTime < now()) browser.alarms.create(name, { when });
}

const daily = (name: string): Promise<void> => ensureAlarm(name, { periodInMinutes: DAY_IN_MINUTES });

/**
 * The one door. To be opened once, by the worker; pages send it messages, and read through `view.ts`.
 * @param post how a body leaves; another one only where the browser adds what must not be sent (Firefox)
 */
export function openTelemetry(post: Post = postDirectly): Telemetry {
  const { version } = browser.runtime.getManifest();
  return new Telemetry({
    receipts: localReceipts,
    database: lazyTelemetryDatabase(async () => (await lateDatabases()).openTelemetryDatabase()),
    consentLock: (body) => withLock('telemetry-consent', body),
    flushLock: (body) => withLock('telemetry-flush', body),
    permitted,
    post,
    builders: {
      usage: async (said) => (await lateSinks()).lazyBuilders.usage(said),
      error: async (thrown, said) => (await lateSinks()).lazyBuilders.error(thrown, said),
    },
    now,
    random: Math.random,
    online: () => navigator.onLine,
    platform: () => platformFacts(navigator.userAgent, version),
    home: browser.runtime.getURL(''),
    alarms: { soonest, daily },
    show: (status) => browser.storage.local.set({ [STATUS_KEY]: status }),
    asked: localAsked,
  });
}
