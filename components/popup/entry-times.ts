import { addDays, dayOf } from '../../lib/domain/civil.ts';
import type { Day, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { dayHeading, durationShort, timeOfDay } from '../../lib/domain/format.ts';
import { dateOrderOfLocale } from '../../lib/domain/locale.ts';
import { typedDate } from '../../lib/domain/typed-date.ts';
import { typedDuration } from '../../lib/domain/typed-duration.ts';
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
}

export interface Around {
  readonly entry: TimeEntry;
  readonly now: Instant;
  readonly locale: string;
}

type Span = Pick<EntryTimes, 'start' | 'end' | 'givenEnd'>;

/** A date, never the words "today" and "yesterday": it can be typed back. The year only when it is not this one. */
export function dateText(day: Day, today: Day, locale: string): string {
  const farAway = day.slice(5, 7) === '06' ? '01-15' : '06-15';
  return dayHeading(day, `${today.slice(0, 4)}-${farAway}`, locale);
}

const textsOf = (start: Instant, end: Instant, { entry: { zone }, now, locale }: Around): EntryTimes['texts'] => ({
  date: dateText(dayOf(start, zone), dayOf(now, zone), locale),
  start: timeOfDay(start, zone, locale),
  end: timeOfDay(end, zone, locale),
  duration: durationShort(end - start),
});

export const timesAt = (start: Instant, end: Instant, around: Around): EntryTimes => ({
  texts: textsOf(start, end, around),
  ...given(start, end),
  bad: new Set(),
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

/** Start and end after a field was typed; null when the text is not understood. */
function retimed(field: TimeField, text: string, times: EntryTimes, around: Around): Span | null {
  const { entry, now, locale } = around;
  const { start, end, givenEnd } = times;
  if (field === 'date') return readDate(text, times, around);
  if (field === 'duration') {
    const read = typedDuration(text);
    const same = text === durationShort(entry.end - entry.start) && start === entry.start;
    return 'ms' in read ? given(start, same ? entry.end : start + read.ms) : null;
  }
  const read = typedTime(text, { day: dayOf(start, entry.zone), zone: entry.zone, now, locale });
  if (!('instant' in read)) return null;
  const instant = withSeconds(read.instant, entry);
  if (field === 'end') return given(start, withSeconds(endAfter(start, instant, entry.zone), entry));
  return { start: instant, end: instant <= givenEnd ? givenEnd : endAfter(instant, end, entry.zone), givenEnd };
}

/** What follows from typing in one field: a start or an end changes the duration, a duration the end. */
export function typedInto(field: TimeField, text: string, times: EntryTimes, around: Around): EntryTimes {
  const span = retimed(field, text, times, around);
  const bad = new Set([...times.bad].filter((other) => other !== field));
  if (!span) return { ...times, texts: { ...times.texts, [field]: text }, bad: bad.add(field) };
  const texts = { ...textsOf(span.start, span.end, around), [field]: text };
  for (const other of bad) texts[other] = times.texts[other];
  return { ...span, texts, bad };
}
