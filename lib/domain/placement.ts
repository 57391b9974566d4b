import { addDays, startOfDay, weekday } from './civil.ts';
import type { Day, Instant, RunningEntry, Span } from './entry.ts';
import { gapsIn } from './gaps.ts';
import type { Settings } from './settings.ts';

/** What a new stretch of time must find its place among. */
export interface Surroundings {
  readonly day: Day;
  /** Zone that the day is counted in. */
  readonly zone: string;
  /** Stopped entries, of any day. */
  readonly taken: readonly Span[];
  readonly running: RunningEntry | null;
  readonly workingHours: Settings['workingHours'];
}

const NINE = 9 * 60;

const known = new Map<string, Span>();

/** The first and the last instant of a civil day; 23 or 25 hours apart where the clock is changed. */
export const spanOfDay = (day: Day, zone: string): Span => {
  const key = `${day} ${zone}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const span = { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) };
  known.set(key, span);
  return span;
};

/** The instant of a minute of a day, as the clock shows it there. */
export const atMinute = (day: Day, minute: number, zone: string): Instant =>
  minute >= 24 * 60
    ? startOfDay(addDays(day, 1), zone)
    : Temporal.PlainDate.from(day).toZonedDateTime({
        timeZone: zone,
        plainTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60),
      }).epochMilliseconds;

/** Where work begins on a day; on a day off where it begins on the earliest of the others, else at nine. */
export const startOfWork = ({ day, zone, workingHours }: Surroundings): Instant => {
  const others = workingHours.flatMap((hours) => hours?.start ?? []);
  const minute = workingHours[weekday(day) - 1]?.start ?? (others.length > 0 ? Math.min(...others) : NINE);
  return atMinute(day, minute, zone);
};

/**
 * Where a new stretch goes on a day: after its last entry, on an empty day at the start of the working day. Where it does
 * not fit there before midnight or before the running timer, the latest free stretch that is long enough takes it,
 * right after what stands before it.
 * @param ms length, whole milliseconds above zero
 * @returns null when no free stretch of the day is long enough
 */
export const placeOn = (ms: number, around: Surroundings): Span | null => {
  const whole = spanOfDay(around.day, around.zone);
  const { running } = around;
  // What runs has no end yet, so all that follows its start is taken.
  const taken = running ? [...around.taken, { start: running.start, end: Number.POSITIVE_INFINITY }] : around.taken;
  const free = gapsIn(whole, taken);
  const fits = (span: Span) => free.some((gap) => gap.start <= span.start && span.end <= gap.end);
  const from = lastEndIn(whole, around.taken) ?? startOfWork(around);
  if (fits({ start: from, end: from + ms })) return { start: from, end: from + ms };
  const gap = free.findLast(({ start, end }) => end - start >= ms);
  if (!gap) return null;
  return gap.start === whole.start ? { start: gap.end - ms, end: gap.end } : { start: gap.start, end: gap.start + ms };
};

/** When the last of the entries that touch a span ends; null when none does. */
const lastEndIn = (whole: Span, taken: readonly Span[]): Instant | null => {
  const ends = taken.flatMap(({ start, end }) => (start < whole.end && end > whole.start ? end : []));
  return ends.length === 0 ? null : Math.max(...ends);
};
