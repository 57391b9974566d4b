import { addDays, dayOf } from '../../lib/domain/civil.ts';
import type { Day, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { dayHeading, timeOfDay } from '../../lib/domain/format.ts';
import { dateOrderOfLocale } from '../../lib/domain/locale.ts';
import { typedDate } from '../../lib/domain/typed-date.ts';
import { typedDuration } from '../../lib/domain/typed-duration.ts';
import { typedSpan } from '../../lib/domain/typed-span.ts';
import { typedTime } from '../../lib/domain/typed-time.ts';

export type TimeField = 'date' | 'start' | 'end' | 'duration';

/** When an entry was, as four texts that a person types in and the two instants they mean. */
export interface EntryTimes {
  readonly texts: Readonly<Record<TimeField, string>>;
  readonly start: Instant;
  readonly end: Instant;
  /** The end as it was last given: a start that passes it for a moment, while it is typed, does not move it for good. */
  readonly givenEnd: Instant;
  /** Fields whose text is not understood; the instants are those from before. */
  readonly bad: ReadonlySet<TimeField>;
  /**
   * For an entry that is being added: which of start, end and duration were typed, the last one first, so that the third
   * follows in whatever order they are given. Null for an entry that exists: its duration follows, or else its end.
   */
  readonly order: readonly TimeField[] | null;
  /** The field that is being typed in and the times before it was, so that half a text moves nothing for good. */
  readonly before: (Times & { readonly field: TimeField }) | null;
}

interface Times {
  readonly start: Instant;
  readonly end: Instant;
}

export interface Around {
  readonly entry: TimeEntry;
  readonly now: Instant;
  readonly locale: string;
  /** How a duration is written. */
  readonly duration: (ms: number) => string;
}

type Span = Pick<EntryTimes, 'start' | 'end' | 'givenEnd'> & {
  /** Both times were typed. */
  readonly whole?: true;
};

/** A date, never the words "today" and "yesterday": it can be typed back. The year only when it is not this one. */
export function dateText(day: Day, today: Day, locale: string): string {
  const farAway = day.slice(5, 7) === '06' ? '01-15' : '06-15';
  return dayHeading(day, `${today.slice(0, 4)}-${farAway}`, locale);
}

const textsOf = (
  start: Instant,
  end: Instant,
  { entry: { zone }, now, locale, duration }: Around,
): EntryTimes['texts'] => ({
  date: dateText(dayOf(start, zone), dayOf(now, zone), locale),
  start: timeOfDay(start, zone, locale),
  end: timeOfDay(end, zone, locale),
  duration: duration(end - start),
});

export const timesAt = (start: Instant, end: Instant, around: Around): EntryTimes => ({
  texts: textsOf(start, end, around),
  ...given(start, end),
  bad: new Set(),
  order: null,
  before: null,
});

/** The times of an entry that is being added. */
export const newTimes = (start: Instant, end: Instant, around: Around): EntryTimes => ({
  ...timesAt(start, end, around),
  order: [],
});

const given = (start: Instant, end: Instant): Span => ({ start, end, givenEnd: end });

/** The same time of day on another day. */
const sameTimeOn = (instant: Instant, day: Day, zone: string): Instant => {
  const plainTime = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainTime();
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
};

/** The first instant at or after the start with that time of day: an end before the start is on the next day. */
const endAfter = (start: Instant, end: Instant, zone: string): Instant => {
  const sameDay = sameTimeOn(end, dayOf(start, zone), zone);
  return sameDay < start ? sameTimeOn(end, addDays(dayOf(start, zone), 1), zone) : sameDay;
};

const minuteOf = (instant: Instant): number => Math.floor(instant / 60_000);

/** Seconds are not shown: a minute that is typed again keeps those it had. */
const withSeconds = (instant: Instant, { start, end }: TimeEntry): Instant =>
  [start, end].find((known) => minuteOf(known) === minuteOf(instant)) ?? instant;

function readDate(text: string, { start, end }: EntryTimes, { entry: { zone }, now, locale }: Around): Span | null {
  const read = typedDate(text, { today: dayOf(now, zone), locale, order: dateOrderOfLocale(locale) });
  if (!('day' in read)) return null;
  const moved = sameTimeOn(start, read.day, zone);
  return given(moved, moved + (end - start));
}

/** A day in a word before or after the rest: `yesterday 9-11:30`. */
const wordFirst = /^(\p{L}[\p{L}\p{M}]+),? +(\S.*)$/u;
const wordLast = /^(.*\S),? +(\p{L}[\p{L}\p{M}]+)$/u;

function readDayed(field: TimeField, text: string, times: EntryTimes, around: Around): Span | null {
  const typed = text.trim();
  const [, before, after] = wordFirst.exec(typed) ?? [];
  const [, first, last] = wordLast.exec(typed) ?? [];
  for (const [word, rest] of [
    [before, after],
    [last, first],
  ]) {
    const moved = word && rest ? readDate(word, times, around) : null;
    const span = moved && rest ? retimed(field, rest, { ...times, ...moved }, around) : null;
    if (span) return span;
  }
  return null;
}

/** Start and end after a field was typed; null when the text is not understood. */
function retimed(field: TimeField, text: string, times: EntryTimes, around: Around): Span | null {
  if (field === 'date') return readDate(text, times, around);
  const { entry, now, locale } = around;
  const { start } = times;
  const reference = { day: dayOf(start, entry.zone), zone: entry.zone, now, locale };
  const span = typedSpan(text, reference);
  if (span) return { ...given(span.start, span.end), whole: true };
  if (field === 'duration') {
    const read = typedDuration(text);
    return 'ms' in read ? lasting(read.ms, text, times, around) : readDayed(field, text, times, around);
  }
  const read = typedTime(text, reference);
  if (!('instant' in read)) return readDayed(field, text, times, around);
  const instant = withSeconds(read.instant, entry);
  return field === 'end' ? endingAt(instant, times, around) : startingAt(instant, times, around);
}

/** Whether what was typed before this field stays, whatever it means for the rest. */
const stays = (other: TimeField, field: TimeField, { order }: EntryTimes): boolean =>
  order?.find((typed) => typed !== field) === other;
/** Whether no other field was typed in yet: what they hold was only proposed. */
const isFirst = (field: TimeField, { order }: EntryTimes): boolean => order?.every((typed) => typed === field) ?? false;
const typedLast = (field: TimeField, order: readonly TimeField[]): TimeField[] => [
  field,
  ...order.filter((other) => other !== field),
];

function lasting(ms: number, text: string, times: EntryTimes, { entry, duration }: Around): Span {
  const { start, end } = times;
  if (stays('end', 'duration', times)) return given(end - ms, end);
  const same = text === duration(entry.end - entry.start) && start === entry.start;
  return given(start, same ? entry.end : start + ms);
}

function endingAt(instant: Instant, times: EntryTimes, { entry }: Around): Span {
  const { start, end } = times;
  const sooner = isFirst('end', times) && sameTimeOn(instant, dayOf(start, entry.zone), entry.zone) <= start;
  if (sooner || stays('duration', 'end', times)) return given(instant - (end - start), instant);
  return given(start, withSeconds(endAfter(start, instant, entry.zone), entry));
}

function startingAt(instant: Instant, times: EntryTimes, { entry }: Around): Span {
  const { start, end, givenEnd } = times;
  const later = isFirst('start', times) && instant >= end;
  if (later || stays('duration', 'start', times)) return given(instant, instant + (end - start));
  if (times.order) return given(instant, endAfter(instant, end, entry.zone));
  return { start: instant, end: instant <= givenEnd ? givenEnd : endAfter(instant, end, entry.zone), givenEnd };
}

/** What follows from typing in one field: a start or an end changes the duration, a duration the end. */
export function typedInto(field: TimeField, text: string, times: EntryTimes, around: Around): EntryTimes {
  const { start, end } = times;
  const before = times.before?.field === field ? times.before : { field, start, end };
  const span = retimed(field, text, times.order ? { ...times, start: before.start, end: before.end } : times, around);
  const bad = new Set([...times.bad].filter((other) => other !== field));
  if (!span) return { ...times, texts: { ...times.texts, [field]: text }, bad: bad.add(field), before };
  const texts = { ...textsOf(span.start, span.end, around), [field]: text };
  for (const other of bad) texts[other] = times.texts[other];
  const order = times.order && orderAfter(field, span, times.order);
  return { start: span.start, end: span.end, givenEnd: span.givenEnd, texts, bad, order, before };
}

const orderAfter = (field: TimeField, { whole }: Span, order: readonly TimeField[]): readonly TimeField[] =>
  whole ? ['end', 'start'] : field === 'date' ? order : typedLast(field, order);

/** What was understood, as it is shown: after a field was left. */
export function tidied(field: TimeField, times: EntryTimes, around: Around): EntryTimes {
  if (times.bad.has(field)) return { ...times, before: null };
  return { ...times, before: null, texts: { ...times.texts, [field]: textsOf(times.start, times.end, around)[field] } };
}
