import { useMemo } from 'preact/hooks';
import { dayOf, startOfDay, weekOf } from '../../../lib/domain/civil.ts';
import { lengthOfDay } from '../../../lib/domain/day-hours.ts';
import {
  type Block,
  type Crowd,
  type DayPiece,
  type DaySpan,
  layOut,
  piecesOn,
  untracked,
} from '../../../lib/domain/day-layout.ts';
import type { Day, Instant } from '../../../lib/domain/entry.ts';
import type { Paused } from '../../../lib/domain/paused.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import { useMinute } from '../../hooks/useMinute.ts';
import { type DaysData, readDays } from '../read-days.ts';

const MINUTE = 60_000;
/** Pixels a block counts at the least when blocks are placed: room for one line. */
const LEAST = 14;

/** One day as it is drawn; lengths in milliseconds since the day began. */
export interface DrawnDay {
  readonly day: Day;
  readonly length: number;
  readonly pieces: readonly DayPiece[];
  readonly blocks: readonly Block[];
  readonly crowds: readonly Crowd[];
  /** A minute or longer. */
  readonly gaps: readonly DaySpan[];
  /** The break that lasts, if it is on this day. */
  readonly rest: DaySpan | null;
  /** Now, on the day of today. */
  readonly now: number | null;
  /** Milliseconds. */
  readonly tracked: number;
}

export interface CalendarData extends DaysData {
  readonly paused: Paused | null;
}

export interface ShownCalendar extends CalendarData {
  readonly drawn: readonly DrawnDay[];
  readonly at: Instant;
}

function drawDay(day: Day, data: CalendarData, at: Instant, scale: number): DrawnDay {
  const { entries, running, paused, formats } = data;
  const pieces = piecesOn(day, entries, running, at);
  const isToday = day === dayOf(at, formats.zone);
  const now = isToday ? at - startOfDay(day, formats.zone) : null;
  const resting = paused && !running && dayOf(paused.since, formats.zone) === day;
  const from = resting ? paused.since - startOfDay(day, formats.zone) : 0;
  const rest = resting && now !== null && now > from ? { from, to: now } : null;
  const gaps = untracked(pieces, running ? null : (rest?.from ?? now));
  return {
    day,
    length: lengthOfDay(day, formats.zone),
    pieces,
    ...layOut(pieces, (LEAST / scale) * MINUTE),
    gaps: gaps.filter(({ from: start, to }) => to - start >= MINUTE),
    rest,
    now,
    tracked: pieces.reduce((ms, piece) => ms + piece.to - piece.from, 0),
  };
}

/** A day, or the week it belongs to, kept up to date and growing with the timer; null while it is loading. */
export function useCalendar(
  day: Day | null,
  show: 'day' | 'week',
  scale: number,
  now: () => Instant,
): ShownCalendar | null {
  const today = dayOf(now(), Temporal.Now.timeZoneId());
  const data = useJournal(
    async (reader): Promise<CalendarData> => {
      const [days, paused] = await Promise.all([
        readDays(
          reader,
          (formats) => (show === 'week' ? weekOf(day ?? formats.today, formats.weekStartsOn) : [day ?? formats.today]),
          now(),
        ),
        reader.single('paused'),
      ]);
      return { ...days, paused };
    },
    [day, show, today],
  );
  const at = useMinute(now);
  return useMemo(
    () => data && { ...data, at, drawn: data.days.map((one) => drawDay(one, data, at, scale)) },
    [data, at, scale],
  );
}
