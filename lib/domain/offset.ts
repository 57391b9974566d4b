import type { Instant } from './entry.ts';

/** Time between two changes of a zone's clock: its offset from UTC holds from `from` up to, but without, `to`. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  /** Milliseconds to add to UTC. */
  readonly offset: number;
}

interface Known {
  last: Stretch;
  readonly all: Stretch[];
}

/** Ten years hold about twenty stretches a zone, so keeping them costs nothing and asking Temporal once each is enough. */
const known = new Map<string, Known>();

const holds = (stretch: Stretch, instant: Instant) => instant >= stretch.from && instant < stretch.to;

const askTemporal = (instant: Instant, zone: string): Stretch => {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  // 'previous' leaves out a change at the very instant asked for, so ask from a millisecond later.
  const before = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = there.getTimeZoneTransition('next');
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: there.offsetNanoseconds / 1e6,
  };
};

/**
 * The stretch of unchanged offset that an instant lies in.
 * @param zone IANA name; one that the browser does not know is a RangeError
 */
export const stretchAt = (instant: Instant, zone: string): Stretch => {
  const inZone = known.get(zone);
  if (inZone !== undefined && holds(inZone.last, instant)) return inZone.last;
  const found = inZone?.all.find((stretch) => holds(stretch, instant));
  const stretch = found ?? askTemporal(instant, zone);
  if (inZone === undefined) {
    known.set(zone, { last: stretch, all: [stretch] });
    return stretch;
  }
  if (found === undefined) inZone.all.push(stretch);
  inZone.last = stretch;
  return stretch;
};
