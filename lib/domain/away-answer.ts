import { type AwayChoice, type AwayQuestion, type AwaySpan, tidyAway } from './away.ts';
import type { Instant, RunningEntry, Span, TimeEntry, Work } from './entry.ts';
import type { NewIdentity } from './identity.ts';
import type { Rate } from './rate.ts';

/** What an away time was spent on, where it differs from the running entry. */
export type AwayWork = Partial<Work & { readonly rate: Rate | null }>;

export interface AwayAnswer {
  readonly stopped: readonly TimeEntry[];
  readonly running: RunningEntry | null;
}

interface Answering {
  readonly running: RunningEntry;
  readonly now: Instant;
  readonly newIdentity: NewIdentity;
}

/** The stretches of work before each away time, and the instant at which the last away time ends. */
const workBefore = (start: Instant, away: readonly AwaySpan[]): { worked: Span[]; back: Instant } => {
  const worked: Span[] = [];
  let back = start;
  for (const span of away) {
    if (back < span.start) worked.push({ start: back, end: span.start });
    back = span.end;
  }
  return { worked, back };
};

const asNew = ({ running, now, newIdentity }: Answering): RunningEntry => ({
  ...running,
  ...newIdentity(),
  created: now,
  changed: now,
});

/** The work around the away times; the first stretch of it, stopped or still running, stays the same entry. */
const cutOut = (answering: Answering, away: readonly AwaySpan[]): { stopped: TimeEntry[]; running: RunningEntry } => {
  const { running, now } = answering;
  const { worked, back } = workBefore(running.start, away);
  const stopped = worked.map((span, index) => ({
    ...(index === 0 ? running : asNew(answering)),
    ...span,
    changed: now,
  }));
  const goesOn = stopped.length === 0 ? running : asNew(answering);
  return { stopped, running: { ...goesOn, start: back, changed: now } };
};

/**
 * What follows from the answer to "You were away".
 * - keep: nothing changes.
 * - discard: the stretches of work before each away time become entries, and the same work goes on as the running entry
 *   from the end of the last one.
 * - split: the same, and each away time becomes an entry of its own.
 * - stop: the entry ends where the first away time began.
 *
 * Stretches of no length are left out, so `stop` may leave nothing. Stopped entries are in order and share no time; with
 * `keep` and `split` they and the running entry make up exactly the time since its start.
 * @param awayWork what the away times were spent on, for `split`
 */
export const resolveAway = (
  running: RunningEntry,
  question: AwayQuestion,
  choice: AwayChoice,
  now: Instant,
  newIdentity: NewIdentity,
  awayWork: AwayWork = {},
): AwayAnswer => {
  const spans = tidyAway(question.spans, running.start);
  const first = spans[0];
  if (choice === 'keep' || first === undefined) return { stopped: [], running };
  if (choice === 'stop') {
    const worked = running.start < first.start;
    return { stopped: worked ? [{ ...running, end: first.start, changed: now }] : [], running: null };
  }
  // A clock set back since can leave an away time that ends later than now; nobody was away in the future.
  const away = spans.map((span) => ({ ...span, end: Math.min(span.end, now) })).filter(({ start, end }) => start < end);
  if (away.length === 0) return { stopped: [], running };
  const answering = { running, now, newIdentity };
  const cut = cutOut(answering, away);
  if (choice === 'discard') return cut;
  const gone = away.map(({ start, end }) => ({ ...asNew(answering), ...awayWork, start, end }));
  return { stopped: [...cut.stopped, ...gone].toSorted((a, b) => a.start - b.start), running: cut.running };
};
