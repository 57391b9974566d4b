import { addDays, dayOf } from '../../lib/domain/civil.ts';
import type { Day, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { dayHeading, durationShort } from '../../lib/domain/format.ts';
import { dateOrderOfLocale } from '../../lib/domain/locale.ts';
import { typedDate } from '../../lib/domain/typed-date.ts';
import { typedDuration } from '../../lib/domain/typed-duration.ts';
import { typedTime } from '../../lib/domain/typed-time.ts';
import { formatLocale } from '../../lib/platform/words.ts';
import { timeText } from '../words-of-time.ts';

export const timeFields = ['date', 'start', 'end', 'duration'] as const;
export type TimeField = (typeof timeFields)[number];

/** When an entry was: four texts a person types in, and the two instants they mean. */
export interface EntryTimes {
  readonly texts: Readonly<Record<TimeField, string>>;
  readonly start: Instant;
  readonly end: Instant;
  /** The end as it was given: while a start is being typed it may pass it for a moment. */
  readonly givenEnd: Instant;
  /** Fields whose text is not understood; the instants are those from before. */
  readonly bad: readonly TimeField[];
}

const minuteOf = (instant: Instant): number => Math.floor(instant / 60_000);

/** A date that can be typed back: never "today"; with the year only when it is not this one. */
function dateText(day: Day, today: Day): string {
  const farAway = day.slice(5, 7) === '06' ? '01-15' : '06-15';
  return dayHeading(day, `${today.slice(0, 4)}-${farAway}`, formatLocale());
}

const textsOf = (start: Instant, end: Instant, zone: string, now: Instant): EntryTimes['texts'] => ({
  date: dateText(dayOf(start, zone), dayOf(now, zone)),
  start: timeText(start, zone),
  end: timeText(end, zone),
  duration: durationShort(end - start),
});

export const timesOf = ({ start, end, zone }: TimeEntry, now: Instant): EntryTimes => ({
  texts: textsOf(start, end, zone, now),
  start,
  end,
  givenEnd: end,
  bad: [],
});

/** The same time of day on another day. */
const onDay = (instant: Instant, day: Day, zone: string): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainTime(),
  }).epochMilliseconds;

/** An end that is not after the start is on the next day. */
const notBefore = (end: Instant, start: Instant, zone: string): Instant =>
  end < start ? onDay(end, addDays(dayOf(end, zone), 1), zone) : end;

type Read = Pick<EntryTimes, 'start' | 'end' | 'givenEnd'> | null;

function read(field: TimeField, text: string, times: EntryTimes, entry: TimeEntry, now: Instant): Read {
  const { zone } = entry;
  const { start } = times;
  const locale = formatLocale();
  if (field === 'duration') {
    const typed = typedDuration(text);
    return 'ms' in typed ? given(start, start + typed.ms) : null;
  }
  if (field === 'date') {
    const typed = typedDate(text, { today: dayOf(now, zone), locale, order: dateOrderOfLocale(locale) });
    if (!('day' in typed)) return null;
    const moved = onDay(start, typed.day, zone);
    return given(moved, moved + times.end - start);
  }
  const typed = typedTime(text, { day: dayOf(start, zone), zone, now, locale });
  if (!('instant' in typed)) return null;
  const known = [entry.start, entry.end].find((instant) => minuteOf(instant) === minuteOf(typed.instant));
  // A minute that is typed again keeps its seconds.
  const instant = known ?? typed.instant;
  if (field === 'end') return given(start, notBefore(instant, start, zone));
  return { start: instant, end: notBefore(times.givenEnd, instant, zone), givenEnd: times.givenEnd };
}

const given = (start: Instant, end: Instant): Read => ({ start, end, givenEnd: end });

/** What follows from typing in one field: changing start or end changes the duration, changing the duration the end. */
export function typedInto(field: TimeField, text: string, times: EntryTimes, entry: TimeEntry, now: Instant): EntryTimes {
  const found = read(field, text, times, entry, now);
  const bad = times.bad.filter((other) => other !== field);
  if (!found) return { ...times, texts: { ...times.texts, [field]: text }, bad: [...bad, field] };
  const texts = textsOf(found.start, found.end, entry.zone, now);
  const kept = Object.fromEntries([field, ...bad].map((other) => [other, other === field ? text : times.texts[other]]));
  return { ...found, texts: { ...texts, ...kept }, bad };
}
