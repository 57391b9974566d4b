import { describe, expect, test } from 'vitest';
import {
  type EntryTimes,
  newTimes,
  type TimeField,
  tidied,
  timesAt,
  typedInto,
} from '../../../components/popup/entry-times.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { durationShort } from '../../../lib/domain/format.ts';

const zone = 'Europe/Berlin';
const at = (text: string): number => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const shown = (instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString();

const entry: TimeEntry = {
  id: '01900000-0000-7000-8000-000000000001',
  number: 1,
  description: 'Fix login redirect loop',
  projectId: null,
  taskId: null,
  tagIds: [],
  billable: false,
  start: at('2026-11-19T09:15:42'),
  end: at('2026-11-19T10:40:07'),
  zone,
  origin: 'timer',
  rate: null,
  created: 0,
  changed: 0,
};
const around = { entry, now: at('2026-11-19T14:25:00'), locale: 'en-GB', duration: durationShort };

/** Types a text key by key, as a person does. */
function type(times: EntryTimes, field: TimeField, text: string): EntryTimes {
  let now = times;
  for (let length = 1; length <= text.length; length += 1) now = typedInto(field, text.slice(0, length), now, around);
  return now;
}
const fresh = timesAt(entry.start, entry.end, around);

describe('the times of an entry while they are typed', () => {
  test('are shown without seconds, the date so that it can be typed back', () => {
    expect(fresh.texts).toEqual({ date: 'Thu 19 Nov', start: '09:15', end: '10:40', duration: '1:24' });
  });

  test('a start changes the duration and leaves the end', () => {
    const times = type(fresh, 'start', '09:40');
    expect(times.texts).toMatchObject({ start: '09:40', end: '10:40', duration: '1:00' });
    expect(times.end).toBe(entry.end);
  });

  test('a start that passes the end while it is typed does not move the end for good', () => {
    const passing = typedInto('start', '23', fresh, around);
    expect(shown(passing.end)).toBe('2026-11-20T10:40:07');
    expect(typedInto('start', '09:00', passing, around).end).toBe(entry.end);
  });

  test('an end before the start is on the next day', () => {
    expect(shown(type(fresh, 'end', '08:20').end)).toBe('2026-11-20T08:20:00');
  });

  test('a duration moves the end, a date both', () => {
    const longer = type(fresh, 'duration', '2:00');
    expect(longer.texts.end).toBe('11:15');
    const moved = typedInto('date', 'Wed 18 Nov', longer, around);
    expect(shown(moved.start)).toBe('2026-11-18T09:15:42');
    expect(moved.end - moved.start).toBe(7_200_000);
  });

  test('what is typed back to what was shown keeps its seconds', () => {
    for (const [field, text] of Object.entries(fresh.texts) as [TimeField, string][]) {
      const back = typedInto(field, text, typedInto(field, '1', fresh, around), around);
      expect([field, back.start, back.end]).toEqual([field, entry.start, entry.end]);
    }
  });

  test('a text that is no time stays as typed, whatever else is typed', () => {
    const bad = typedInto('start', 'soon', fresh, around);
    expect([...bad.bad]).toEqual(['start']);
    const later = typedInto('end', '11:00', bad, around);
    expect([...later.bad]).toEqual(['start']);
    expect(later.texts).toMatchObject({ start: 'soon', end: '11:00' });
    expect(later.start).toBe(entry.start);
  });
});

describe('the times of an entry that is added', () => {
  const added = newTimes(at('2026-11-19T13:00'), at('2026-11-19T14:00'), around);
  const [start, end, duration] = [
    ['start', '9:00'],
    ['end', '11:30'],
    ['duration', '1h30'],
  ] as const;
  const spanAfter = (...typed: readonly (readonly [TimeField, string])[]): string => {
    const times = typed.reduce((now, [field, text]) => type(now, field, text), added);
    return `${shown(times.start).slice(8, 16)} ${shown(times.end).slice(8, 16)}`;
  };

  test('come in any order: the one typed longest ago follows from the others', () => {
    expect(spanAfter(start, end)).toBe('19T09:00 19T11:30');
    expect(spanAfter(end, start)).toBe('19T09:00 19T11:30');
    expect(spanAfter(start, duration)).toBe('19T09:00 19T10:30');
    expect(spanAfter(duration, start)).toBe('19T09:00 19T10:30');
    expect(spanAfter(end, duration)).toBe('19T10:00 19T11:30');
    expect(spanAfter(duration, end)).toBe('19T10:00 19T11:30');
    expect(spanAfter(start, end, duration)).toBe('19T10:00 19T11:30');
  });

  test('can be written as one, in whichever field, with the day before or after', () => {
    for (const field of ['start', 'end', 'duration'] as const) {
      expect(spanAfter([field, '9-11:30'])).toBe('19T09:00 19T11:30');
      expect(spanAfter([field, 'yesterday 9-11:30'])).toBe('18T09:00 18T11:30');
      expect(spanAfter([field, '9-11:30 yesterday'])).toBe('18T09:00 18T11:30');
    }
    expect(spanAfter(['duration', '90m'])).toBe(spanAfter(['duration', '1,5']));
  });

  test('are shown as they were understood when the field is left', () => {
    const typed = type(added, 'start', '9-11:30');
    expect(typed.texts.start).toBe('9-11:30');
    expect(tidied('start', typed, around).texts).toMatchObject({ start: '09:00', end: '11:30', duration: '2:30' });
    const wrong = typedInto('start', 'soon', typed, around);
    expect(tidied('start', wrong, around).texts.start).toBe('soon');
  });
});
