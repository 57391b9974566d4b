import type { Rate } from './rate.ts';

/** An instant: whole milliseconds since the epoch. */
export type Instant = number;
/** A civil date, `YYYY-MM-DD`. */
export type Day = string;
/** UUIDv7. */
export type Id = string;

/** What a stretch of time was spent on. */
export interface Work {
  readonly description: string;
  readonly projectId: Id | null;
  readonly taskId: Id | null;
  readonly tagIds: readonly Id[];
  readonly billable: boolean;
}

export type Origin = 'timer' | 'manual' | 'import';

/** What an invoice says of an entry. Such an entry is locked until a person unlocks it. */
export interface Invoice {
  readonly number: string;
  readonly day: Day;
  readonly paid: boolean;
  readonly locked: boolean;
}

interface Tracked extends Work {
  readonly id: Id;
  /** Small whole number, unique among entries of this installation, never used again. */
  readonly number: number;
  readonly start: Instant;
  /** IANA zone in which the entry was started; its days are counted there. */
  readonly zone: string;
  readonly origin: Origin;
  /** The billable rate that held when the entry was made or its project changed. */
  readonly rate: Rate | null;
  readonly created: Instant;
  readonly changed: Instant;
  /** The entry before a break that this one goes on from; left out for all others. */
  readonly resumes?: Id;
  /** The import that brought it; left out for what was tracked here. */
  readonly importId?: Id;
}

export interface TimeEntry extends Tracked {
  readonly end: Instant;
  /** Left out until it is marked as invoiced. */
  readonly invoice?: Invoice;
}

/** The timer: the entry whose end is not known yet. */
export interface RunningEntry extends Tracked {
  readonly end: null;
}

/** Where an entry stands in the journal. */
export interface EntryAddress {
  readonly day: Day;
  readonly id: Id;
}

/** One day of the journal: the entries whose start falls on it, each in its own zone, by start then id. */
export interface Page {
  readonly day: Day;
  readonly entries: readonly TimeEntry[];
}

export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}
