import { type SinkName, sinkNames } from './destinations.ts';
import type { Agreement } from './receipts.ts';
import type { Answer, QueueSize, SinkState } from './rows.ts';
import { mostAtOnce } from './sink-state.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Events gather for so long before they go together. */
export const GATHER = MINUTE;
export const FIRST_WAIT = MINUTE;
export const LONGEST_WAIT = 6 * HOUR;
/** Before the browser says it is online again. */
export const OFFLINE_WAIT = 15 * MINUTE;

export interface FlushFacts {
  readonly agreement: Agreement | null;
  /** Oldest first in each sink. */
  readonly waiting: readonly QueueSize[];
  readonly sinks: Readonly<Record<SinkName, SinkState>>;
  readonly now: number;
  readonly online: boolean;
  readonly appVersion: string;
}

export type FlushPlan =
  | { readonly step: 'send'; readonly sink: SinkName; readonly ids: readonly number[] }
  | { readonly step: 'wait'; readonly until: number }
  /** Nothing to do until something is recorded or agreed to. */
  | { readonly step: 'stop' };

/** Only what was recorded under the present receipt and epoch is ever sent. */
export const maySend = (row: Pick<QueueSize, 'number' | 'epoch'>, agreement: Agreement): boolean =>
  row.number === agreement.number && row.epoch === agreement.epoch;

/** What a flush does next. */
export function flushPlan(facts: FlushFacts): FlushPlan {
  const { agreement, now } = facts;
  if (!agreement) return { step: 'stop' };
  let until = Number.POSITIVE_INFINITY;
  for (const sink of sinkNames) {
    const rows = facts.waiting.filter((row) => row.sink === sink && maySend(row, agreement));
    const due = dueAt(rows, facts.sinks[sink], sink, facts);
    if (due <= now && facts.online) {
      return { step: 'send', sink, ids: rows.slice(0, facts.sinks[sink].batch).map(({ id }) => id) };
    }
    until = Math.min(until, due <= now ? now + OFFLINE_WAIT : due);
  }
  return Number.isFinite(until) ? { step: 'wait', until } : { step: 'stop' };
}

function dueAt(rows: readonly QueueSize[], state: SinkState, sink: SinkName, { now, appVersion }: FlushFacts): number {
  const oldest = rows[0];
  if (!oldest || state.refusedIn === appVersion) return Number.POSITIVE_INFINITY;
  // an instant further off than any wait was written before the clock was set back
  const notBefore = state.notBefore > now + LONGEST_WAIT ? 0 : state.notBefore;
  const enough = rows.length >= mostAtOnce[sink] || oldest.at > now;
  return Math.max(notBefore, enough ? now : oldest.at + GATHER);
}

export type Outcome = 'sent' | 'refused' | 'tooLarge' | 'keep';

export interface Settled {
  readonly outcome: Outcome;
  readonly state: SinkState;
}

export interface Tried {
  readonly sink: SinkName;
  readonly state: SinkState;
  /** How many events the request held. */
  readonly count: number;
  /** Null when there was none. */
  readonly answer: Answer | null;
  readonly appVersion: string;
  readonly now: number;
  /** From 0 up to, but not, 1. */
  readonly random: number;
}

/** What an answer means: 200 sent; 400, 401, 403 refused, and the sink rests; 413 fewer at once; else later. */
export function settle({ sink, state, count, answer, appVersion, now, random }: Tried): Settled {
  switch (answer?.status) {
    case 200:
      return { outcome: 'sent', state: { ...state, notBefore: 0, failures: 0, batch: larger(sink, state.batch) } };
    case 400:
    case 401:
    case 403:
      return { outcome: 'refused', state: { ...state, refusedIn: appVersion } };
    case 413:
      if (count <= 1) return { outcome: 'tooLarge', state };
      return { outcome: 'keep', state: { ...state, batch: Math.floor(count / 2) } };
    default: {
      const failures = state.failures + 1;
      return { outcome: 'keep', state: { ...state, failures, notBefore: now + waitAfter(failures, random) } };
    }
  }
}

const larger = (sink: SinkName, batch: number): number => Math.min(mostAtOnce[sink], batch * 2);

/** Doubles with each failure up to the longest; half to whole of it, so that installations do not come back together. */
export function waitAfter(failures: number, random: number): number {
  const whole = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 30));
  return Math.round(whole * (0.5 + random / 2));
}
