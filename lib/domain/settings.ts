import type { Id } from './entry.ts';
import type { Rate } from './rate.ts';

/** Part of a day in whole minutes since its midnight, end after start. */
export interface MinuteSpan {
  readonly start: number;
  readonly end: number;
}

/** Lengths in whole minutes. */
export interface Pomodoro {
  /** Whether the popup offers it. */
  readonly on: boolean;
  readonly work: number;
  readonly rest: number;
  readonly longRest: number;
  /** Stretches of work before a long break. */
  readonly rounds: number;
  /** Whether the next stretch starts by itself. */
  readonly autoStart: boolean;
  /** Project whose entry the break becomes; null: the break is a gap. */
  readonly restProjectId: Id | null;
  readonly sound: boolean;
}

export interface Goal {
  /** Null: all work together. */
  readonly projectId: Id | null;
  readonly per: 'day' | 'week';
  readonly ms: number;
}

/** Minutes an entry is rounded to when a report is read; 0: not. */
export interface Rounding {
  readonly minutes: 0 | 1 | 5 | 6 | 10 | 15 | 30 | 60;
  readonly mode: 'up' | 'down' | 'nearest';
}

/** What a notification may be about; each is chosen by the person. */
export type NotificationKind = 'away' | 'longTimer' | 'nothingRunning' | 'stopAt' | 'pomodoro' | 'goal';

export interface Settings {
  readonly appearance: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  /** `1:30` or `1.50`. */
  readonly durationFormat: 'clock' | 'decimal';
  /** BCP 47 tag for time, date and currency; null: the browser's. */
  readonly locale: string | null;
  /** ISO weekday 1 (Monday) to 7; null: as the locale has it. */
  readonly weekStartsOn: number | null;
  /** ISO 4217; null: from the locale's region. */
  readonly currency: string | null;
  readonly defaultRate: Rate | null;
  /** Time on the toolbar icon. */
  readonly badge: boolean;
  readonly defaultProjectId: Id | null;
  /** IANA zone of new entries; null: the computer's. */
  readonly zone: string | null;
  /** Minutes without a sign of life after which the person is asked, 1 to 480; null: never. */
  readonly awayAfter: number | null;
  /** Hours after which a running timer is asked about; null: never. */
  readonly longTimerAfter: number | null;
  readonly notifications: readonly NotificationKind[];
  /** Seven, Monday first; null: not a working day. */
  readonly workingHours: readonly (MinuteSpan | null)[];
  /** Minutes within working hours without a timer after which the person is reminded; null: never. */
  readonly remindAfter: number | null;
  /** Minute of the day at which the running timer is stopped; null: never. */
  readonly stopAt: number | null;
  readonly pomodoro: Pomodoro;
  readonly goals: readonly Goal[];
  readonly rounding: Rounding;
  /** Who a printed report is from. */
  readonly ownName: string;
  /** Days after which a backup is asked for; null: never. */
  readonly backupEvery: number | null;
}

const nineToFive: MinuteSpan = { start: 9 * 60, end: 17 * 60 };

export const defaultSettings: Settings = {
  appearance: 'system',
  density: 'comfortable',
  durationFormat: 'clock',
  locale: null,
  weekStartsOn: null,
  currency: null,
  defaultRate: null,
  badge: true,
  defaultProjectId: null,
  zone: null,
  awayAfter: 10,
  longTimerAfter: 10,
  notifications: [],
  workingHours: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, null, null],
  remindAfter: null,
  stopAt: null,
  pomodoro: {
    on: false,
    work: 25,
    rest: 5,
    longRest: 15,
    rounds: 4,
    autoStart: false,
    restProjectId: null,
    sound: true,
  },
  goals: [],
  rounding: { minutes: 0, mode: 'nearest' },
  ownName: '',
  backupEvery: 14,
};
