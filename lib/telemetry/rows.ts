import type { SinkName } from './destinations.ts';
import type { EventName } from './registry.ts';

/** What a row of the log or the queue is about. */
export type RecordedName = EventName | 'error';

export const states = ['wouldBeSent', 'waiting', 'sent', 'refused', 'dropped'] as const;
export type State = (typeof states)[number];

/**
 * Why a row is in its state. `off`, `newPolicy`: would be sent. `field`: refused on this device. `answer`, `tooLarge`:
 * refused by the receiver. The others: dropped.
 */
export type Why =
  | 'off'
  | 'newPolicy'
  | 'field'
  | 'answer'
  | 'tooLarge'
  | 'tooOld'
  | 'tooMany'
  | 'deleted'
  | 'withdrawn';

export interface Answer {
  readonly status: number;
  /** The first characters of what the receiver said. Kept here, never sent. */
  readonly text: string;
}

/** One thing that waits: the exact string that will be sent. */
export interface QueueRow {
  /** Also the id of its row in the log. */
  readonly id: number;
  readonly sink: SinkName;
  readonly event: RecordedName;
  readonly at: number;
  /** Number and epoch of the receipt it was recorded under. */
  readonly number: number;
  readonly epoch: number;
  readonly body: string;
  readonly bytes: number;
  readonly fingerprint: string;
  /** How often sending was begun. More than none: it may have arrived, whatever else is known. */
  readonly attempts: number;
}

/** A row of the queue without its body, as an index holds it. */
export type QueueSize = Pick<QueueRow, 'sink' | 'id' | 'bytes' | 'at' | 'number' | 'epoch'>;

export interface LogRow {
  /** Grows with every row. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The civil day it was recorded on, for the person: `2026-11-24`. */
  readonly day: string;
  readonly event: RecordedName;
  readonly sink: SinkName;
  readonly state: State;
  readonly why: Why | null;
  /** Name of the field that was refused on this device. */
  readonly field: string | null;
  readonly body: string | null;
  readonly bytes: number;
  readonly attempts: number;
  /** When the state was reached. */
  readonly changed: number;
  readonly answer: Answer | null;
  /** When it is tried again. */
  readonly retryAt: number | null;
  /** Only where the row was sent or may have arrived; absent otherwise, so that an index finds these. */
  readonly fingerprint?: string;
}

/** How a sink is doing. */
export interface SinkState {
  /** Nothing is sent to it before this instant. */
  readonly notBefore: number;
  /** How often in a row it could not be reached. */
  readonly failures: number;
  /** How many events it takes at once. */
  readonly batch: number;
  /** The version of the extension whose requests it refused: it rests until the next one. */
  readonly refusedIn: string | null;
}

export interface Tally {
  readonly sent: number;
  readonly bytes: number;
}
