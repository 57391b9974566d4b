import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Collector } from '../collector/collector.ts';
import { until } from '../e2e/drivers/waiting.ts';
import { PopupPage } from '../e2e/pages/popup.ts';
import type { TelemetryBehind } from '../e2e/pages/telemetry.ts';
import { hostileText } from '../unit/telemetry/hostile.ts';

/** Stands in every canary, so that a part of one is found as well as the whole. */
const MARK = 'cnry7Q2x';

/** What people write and programs carry, each with the mark and a number of its own. */
function canariesOf(count: number): string[] {
  const seed = randomBytes(4).readInt32LE();
  return fc.sample(hostileText, { numRuns: count, seed }).map((text, i) => `${text.slice(0, 400)} ${MARK}${i}`);
}

const hashes = ['sha256', 'md5', 'sha1'] as const;
const encodings = ['hex', 'base64', 'base64url'] as const;

/** The mark in base64, wherever in a text it stands: three shifts, each without the ends that depend on its neighbours. */
const shifted = [0, 1, 2].map((shift) =>
  Buffer.from(`${'\0'.repeat(shift)}${MARK}`)
    .toString('base64')
    .slice(shift === 0 ? 0 : shift + 1, -4),
);

/** Every form of a canary that stands in what left. */
export function foundIn(wire: string, canaries: readonly string[]): string[] {
  const marks = [MARK, MARK.toLowerCase(), Buffer.from(MARK).toString('hex'), ...shifted];
  const found = marks.filter((mark) => wire.includes(mark));
  const digests = new Set(
    canaries.flatMap((text) =>
      hashes.flatMap((kind) => encodings.map((encoding) => createHash(kind).update(text).digest(encoding))),
    ),
  );
  for (const [word] of wire.matchAll(/[A-Za-z0-9+/_=-]{22,}/g)) if (digests.has(word)) found.push(`hash ${word}`);
  return found;
}

const work = (texts: readonly string[]): object => {
  const [description = '', project = '', client = '', task = '', tag = ''] = texts;
  return {
    description,
    project: { create: project },
    client: { create: client },
    task: { create: task },
    tags: [{ create: tag }],
    billable: true,
  };
};

/** What an interface sends with these texts in every place that takes one. */
const messages = (texts: readonly string[], i: number): object[] => [
  { type: 'timer.start', work: work(texts) },
  { type: 'timer.update', work: { description: texts[1] ?? '' } },
  { type: 'settings.update', changes: { ownName: texts[0] ?? '' } },
  { type: i % 2 === 0 ? 'timer.stop' : 'timer.discard' },
  { type: texts[0] ?? '' },
  {
    type: 'telemetry.thrown',
    thrown: { name: texts[2] ?? '', message: texts[3] ?? '', stack: texts.join('\n    at ') },
  },
];

/** Throws in a page as a bug would, with a text in its name, its message and its stack. */
const throwIn = (behind: TelemetryBehind, text: string): Promise<void> =>
  behind.surface.evaluate((given) => {
    const error = new Error(`${given} is not a function`, { cause: new TypeError(given) });
    error.name = given;
    setTimeout(() => Promise.reject(error));
    setTimeout(() => {
      throw new RangeError(given);
    });
  }, text);

export interface Canaries {
  readonly count: number;
  /** How many events and reports left while they were about. */
  readonly sent: number;
  readonly found: readonly string[];
}

const PLACES = 5;
const BETWEEN_RESTARTS = 60;

/** Puts generated texts wherever the extension takes one, with telemetry on, and looks for them in everything that left. */
export async function sendCanaries(behind: TelemetryBehind, collector: Collector, count: number): Promise<Canaries> {
  const canaries = canariesOf(count);
  await behind.agree();
  const popup = await PopupPage.openIn(behind.browser);
  await popup.startTimer(`typed ${MARK}`, { project: `Typed ${MARK}` });
  await popup.stopTimer();
  await popup.surface.close();
  for (let i = 0; i < count; i += PLACES) {
    const texts = canaries.slice(i, i + PLACES);
    await behind.sendAll(messages(texts, i / PLACES));
    if (i % (PLACES * 4) === 0) await throwIn(behind, texts[0] ?? '');
    if ((i / PLACES) % BETWEEN_RESTARTS === BETWEEN_RESTARTS - 1) await flush(behind);
  }
  await behind.happen(50);
  await flush(behind);
  const sent = (collector.wire.match(/"(?:uuid|exception)":/g) ?? []).length;
  return { count, sent, found: foundIn(collector.wire, canaries) };
}

/** Until fewer wait than go at once, and no error report does. */
async function flush(behind: TelemetryBehind): Promise<void> {
  await behind.restartWorker();
  const sent = async (): Promise<boolean> => {
    const queue = await behind.queue();
    return queue.length < 50 && queue.every(({ sink }) => sink === 'posthog');
  };
  await until('what waits to be sent', sent, 60_000);
}
