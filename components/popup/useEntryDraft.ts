import { useState } from 'preact/hooks';
import { addDays, dayOf } from '../../lib/domain/civil.ts';
import type { Day, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { dayHeading, durationShort } from '../../lib/domain/format.ts';
import { dateOrderOfLocale } from '../../lib/domain/locale.ts';
import { typedDate } from '../../lib/domain/typed-date.ts';
import { typedDuration } from '../../lib/domain/typed-duration.ts';
import { typedTime } from '../../lib/domain/typed-time.ts';
import { formatLocale } from '../../lib/platform/words.ts';
import { timeText } from '../words-of-time.ts';

export type TimeField = 'date' | 'start' | 'end' | 'duration';

/** When an entry was, as four texts that a person types in and the two instants they mean. */
export interface EntryTimes {
  readonly texts: Readonly<Record<TimeField, string>>;
  readonly start: Instant;
  readonly end: Instant;
  /** Fields whose text is not understood; their instants are the last ones that were. */
  readonly bad: ReadonlySet<TimeField>;
}

interface Around {
  readonly zone: string;
  readonly now: Instant;
}

/** Never the words "today" and "yesterday": what stands in the field can be typed. */
const dateText = (day: Day, today: Day): string => {
  const heading = dayHeading(day, today, formatLocale());
  if (heading !== 'today' && heading !== 'yesterday') return heading;
  return dayHeading(day, addDays(day, day.slice(5) < '07-01' ? 30 : -30), formatLocale());
};

function textsOf(start: Instant, end: Instant, { zone, now }: Around): EntryTimes['texts'] {
  return {
    date: dateText(dayOf(start, zone), dayOf(now, zone)),
    start: timeText(start, zone),
    end: timeText(end, zone),
    duration: durationShort(end - start),
  };
}

/** The same time of day on another day. */
const sameTimeOn = (instant: Instant, day: Day, zone: string): Instant => {
  const plainTime = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainTime();
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
};

/** The first instant after the start with that time of day: an end before the start is on the next day. */
const endAfter = (start: Instant, end: Instant, zone: string): Instant => {
  const sameDay = sameTimeOn(end, dayOf(start, zone), zone);
  return sameDay < start ? sameTimeOn(end, addDays(dayOf(start, zone), 1), zone) : sameDay;
};

/** Start and end after a field was typed; null when the text is not understood. */
function retimed(field: TimeField, text: string, { start, end }: EntryTimes, { zone, now }: Around) {
  const locale = formatLocale();
  const today = dayOf(now, zone);
  if (field === 'duration') {
    const read = typedDuration(text);
    return 'ms' in read ? { start, end: start + read.ms } : null;
  }
  if (field === 'date') {
    const read = typedDate(text, { today, locale, order: dateOrderOfLocale(locale) });
    if (!('day' in read)) return null;
    const moved = sameTimeOn(start, read.day, zone);
    return { start: moved, end: moved + (end - start) };
  }
  const read = typedTime(text, { day: dayOf(start, zone), zone, now, locale });
  if (!('instant' in read)) return null;
  return field === 'start'
    ? { start: read.instant, end: read.instant <= end ? end : endAfter(read.instant, end, zone) }
    : { start, end: endAfter(start, read.instant, zone) };
}

/** The times of an entry while they are typed. What is typed back to what was shown keeps its seconds. */
export function useEntryTimes(entry: TimeEntry, now: () => Instant) {
  const around: Around = { zone: entry.zone, now: now() };
  const stored = textsOf(entry.start, entry.end, around);
  const [times, setTimes] = useState<EntryTimes>({
    texts: stored,
    start: entry.start,
    end: entry.end,
    bad: new Set(),
  });
  const put = (start: Instant, end: Instant) =>
    setTimes({ texts: textsOf(start, end, around), start, end, bad: new Set() });
  const type = (field: TimeField, text: string) =>
    setTimes((before) => {
      const texts = { ...before.texts, [field]: text };
      if (Object.entries(stored).every(([name, shown]) => texts[name as TimeField] === shown)) {
        return { texts, start: entry.start, end: entry.end, bad: new Set() };
      }
      const read = retimed(field, text, before, around);
      if (!read) return { ...before, texts, bad: new Set([...before.bad, field]) };
      return { texts: { ...textsOf(read.start, read.end, around), [field]: text }, ...read, bad: new Set() };
    });
  return { times, type, put };
}
