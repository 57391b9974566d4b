import { addDays, dayOf } from '../../lib/domain/civil.ts';
import type { Instant } from '../../lib/domain/entry.ts';
import { typedTime } from '../../lib/domain/typed-time.ts';
import { formatLocale } from '../../lib/platform/words.ts';

interface Reference {
  /** What the time was before. */
  readonly from: Instant;
  readonly zone: string;
  readonly now: Instant;
}

/** Readings of a typed time on the day it was and on each day since; empty when it is no time. */
function readings(text: string, { from, zone, now }: Reference): Instant[] {
  const found: Instant[] = [];
  const last = dayOf(now, zone);
  for (let day = dayOf(from, zone); day <= last && found.length < 60; day = addDays(day, 1)) {
    const read = typedTime(text, { day, zone, now, locale: formatLocale() });
    if ('instant' in read) found.push(read.instant);
  }
  return found;
}

/** The start that is meant: of those not in the future the nearest to the old one, else one in the future, to be refused. */
export function typedStart(text: string, reference: Reference): Instant | null {
  const found = readings(text, reference);
  const past = found.filter((instant) => instant <= reference.now);
  const away = (instant: Instant) => Math.abs(instant - reference.from);
  return past.toSorted((a, b) => away(a) - away(b))[0] ?? found[0] ?? null;
}

/** The end that is meant: the first after the start. */
export function typedEnd(text: string, reference: Reference): Instant | null {
  const found = readings(text, reference);
  return found.find((instant) => instant > reference.from) ?? found.at(-1) ?? null;
}
