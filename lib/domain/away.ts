import type { Id, Instant, RunningEntry, Span } from './entry.ts';
import type { Settings } from './settings.ts';

/**
 * What is known of an away time: the browser was closed, the computer slept (or its clock moved), nobody touched it, its
 * screen was locked, or more than one of these.
 */
export type AwayCause = 'closed' | 'asleep' | 'idle' | 'locked' | 'away';

export interface AwaySpan extends Span {
  readonly cause: AwayCause;
}

/** A question that waits until a person answers it: away times in the running entry, oldest first, never empty. */
export interface AwayQuestion {
  readonly entryId: Id;
  readonly spans: readonly AwaySpan[];
}

export type AwayChoice = 'keep' | 'discard' | 'split' | 'stop';

const minute = 60_000;

/**
 * The away time to ask about when the browser is alive again; null when there is none.
 * @param lastAlive when it last was; null when that is not known
 * @param sameSession whether the browser was not closed in between
 */
export const awaySince = (
  lastAlive: Instant | null,
  now: Instant,
  sameSession: boolean,
  { awayAfter }: Pick<Settings, 'awayAfter'>,
): AwaySpan | null => {
  if (lastAlive === null || awayAfter === null || now - lastAlive <= awayAfter * minute) return null;
  return { start: lastAlive, end: now, cause: sameSession ? 'asleep' : 'closed' };
};

/** Since when nobody has been at the computer, as the browser says. */
export interface Absence {
  readonly since: Instant;
  readonly cause: Extract<AwayCause, 'idle' | 'locked'>;
}

export type IdleState = 'active' | 'idle' | 'locked';

/**
 * What a change of the idle state tells. The browser says `idle` only after the threshold has passed, `locked` at once.
 * @param absence the one that was known before
 */
export const absenceAfter = (
  absence: Absence | null,
  state: IdleState,
  at: Instant,
  { awayAfter }: Pick<Settings, 'awayAfter'>,
): Absence | null => {
  if (state === 'active' || awayAfter === null) return null;
  const since = absence?.since ?? (state === 'idle' ? at - awayAfter * minute : at);
  return { since, cause: state === 'locked' || absence?.cause === 'locked' ? 'locked' : 'idle' };
};

/** The away time to ask about when somebody is back; null when it was short, or is not asked about. */
export const awayThrough = (
  absence: Absence | null,
  back: Instant,
  { awayAfter }: Pick<Settings, 'awayAfter'>,
): AwaySpan | null =>
  absence === null || awayAfter === null || back - absence.since < awayAfter * minute
    ? null
    : { start: absence.since, end: back, cause: absence.cause };

const merge = (a: AwaySpan, b: AwaySpan): AwaySpan => ({
  start: a.start,
  end: Math.max(a.end, b.end),
  cause: a.cause === b.cause ? a.cause : 'away',
});

/** Away times from `start` on, in order, those that touch made one, empty ones left out. */
export const tidyAway = (spans: readonly AwaySpan[], start: Instant): AwaySpan[] => {
  const result: AwaySpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const clipped = { ...span, start: Math.max(span.start, start) };
    if (clipped.start >= clipped.end) continue;
    const last = result.at(-1);
    if (last !== undefined && clipped.start <= last.end) result[result.length - 1] = merge(last, clipped);
    else result.push(clipped);
  }
  return result;
};

/**
 * The question with one more away time in it, or a new question. A question about another entry is dropped, and so is
 * what lies before the start of the running entry; null when nothing is left to ask.
 */
export const addAway = (question: AwayQuestion | null, running: RunningEntry, span: AwaySpan): AwayQuestion | null => {
  const earlier = question?.entryId === running.id ? question.spans : [];
  const spans = tidyAway([...earlier, span], running.start);
  return spans.length === 0 ? null : { entryId: running.id, spans };
};
