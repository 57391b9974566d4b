import type { IdleOutcome } from './idle.ts';
import type { Outcomes } from './series.ts';
import type { Sizes } from './sizes.ts';

export interface Machine {
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly browser: string;
  /** Load averages of one minute before and after: above the number of cores others were at work too. */
  readonly load: readonly [before: number, after: number];
}

/** Measured with so many entries stored. */
export interface Measured {
  readonly entries: number;
  /** From the start of the browser until the worker had answered for the first time; milliseconds. */
  readonly firstAnswer: number | null;
  /** Writing both copies; milliseconds, null when nothing was written. */
  readonly seeding: number | null;
  readonly outcomes: Outcomes;
}

export interface Results {
  readonly date: string;
  readonly command: string;
  readonly samples: number;
  readonly machine: Machine;
  readonly measured: readonly Measured[];
  readonly sizes: Sizes;
  readonly idle: IdleOutcome | null;
}
