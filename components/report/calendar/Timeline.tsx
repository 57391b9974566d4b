import { useLayoutEffect, useRef } from 'preact/hooks';
import { startOfDay } from '../../../lib/domain/civil.ts';
import { hoursOfDay, isPlainDay } from '../../../lib/domain/day-hours.ts';
import type { Day } from '../../../lib/domain/entry.ts';
import { dayInColumn } from '../../../lib/domain/format-days.ts';
import { startOfWork } from '../../../lib/domain/placement.ts';
import { t } from '../../../lib/platform/words.ts';
import type { Commands } from '../../popup/useCommands.ts';
import { type ColumnActions, DayColumn } from './DayColumn.tsx';
import { useBlockKeys } from './useBlockKeys.ts';
import type { DrawnDay, ShownCalendar } from './useCalendar.ts';
import { useHandling } from './useHandling.ts';
import { usePointer } from './usePointer.ts';
import { spanTimes } from './words.ts';

interface Props extends ColumnActions {
  readonly shown: ShownCalendar;
  readonly scale: number;
  readonly commands: Commands;
  /** Single keys while the focus is in the calendar; returns whether it was one. */
  readonly onKey: (key: string) => boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How far down now stands at the most, of the height that is in sight. */
const LOW = 0.8;
/** In the closest zoom a minute is as easy to meet as five are in the others. */
const CLOSE = 4;

/** The time axis with a column a day, where entries are moved, resized and drawn. */
export function Timeline({ shown, scale, commands, onKey, ...actions }: Props) {
  const { drawn, formats, named, at } = shown;
  const step = scale >= CLOSE ? MINUTE : 5 * MINUTE;
  const wording = { formats, named, at };
  const handling = useHandling(shown, commands);
  const find = (day: Day) => drawn.find((one) => one.day === day);
  const pointer = usePointer({
    days: drawn,
    scale,
    step,
    handling,
    onDrawn: ({ day, span }) => {
      const found = find(day);
      if (found) actions.add(found, span);
    },
  });
  const keys = useBlockKeys({ days: drawn, step, handling });
  const scroll = useScrollToWork(shown, scale);
  const week = drawn.length > 1;
  const axis = drawn.find(({ day }) => isPlainDay(day, formats.zone)) ?? drawn[0];
  const { handled } = handling;
  return (
    <section
      class={week ? 'card cal-card week' : 'card cal-card'}
      aria-label={t(week ? 'weekTimeline' : 'dayTimeline')}
      onKeyDown={(event) => {
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (keys.onBlockKey(event) || (plain && onKey(event.key))) event.preventDefault();
      }}
      onFocusOut={keys.onLeave}
    >
      <div class="cal-scroll" ref={scroll}>
        {week && <DayHeads drawn={drawn} shown={shown} />}
        <div class="tl" ref={pointer.surface} style={paperHours(drawn, scale)}>
          <div class="axis" aria-hidden="true">
            {axis && hourLabels(axis, scale, shown)}
          </div>
          {drawn.map((day) => (
            <DayColumn
              key={day.day}
              day={day}
              scale={scale}
              wording={wording}
              handled={handled}
              drawing={pointer.drawing}
              ownHours={axis !== day}
              {...actions}
            />
          ))}
        </div>
      </div>
      <p class="vh" role="status">
        {handled && spanTimes(handled.day, handled.span, wording, handled.piece.entry.zone).slice(0, 2).join(' – ')}
      </p>
    </section>
  );
}

/** From the full hour before the first entry to that after the last: all that paper shows. */
function paperHours(drawn: readonly DrawnDay[], scale: number) {
  const pieces = drawn.flatMap((day) => day.pieces);
  const px = (ms: number) => `${(ms / MINUTE) * scale}px`;
  const first = pieces.length === 0 ? 9 : Math.floor(Math.min(...pieces.map(({ from }) => from)) / HOUR);
  const last = pieces.length === 0 ? 17 : Math.ceil(Math.max(...pieces.map(({ to }) => to)) / HOUR);
  return { '--first': px(first * HOUR), '--last': px(last * HOUR) };
}

const hourLabels = (axis: DrawnDay, scale: number, { formats }: ShownCalendar) =>
  hoursOfDay(axis.day, formats.zone)
    // Far out there is only room for every other hour.
    .filter((_, index) => scale > 0.5 || index % 2 === 0)
    .map(({ offset, instant }) => (
      <span class="num" key={offset} style={{ insetBlockStart: `${(offset / MINUTE) * scale}px` }}>
        {formats.time(instant, formats.zone)}
      </span>
    ));

const DayHeads = ({ drawn, shown }: { readonly drawn: readonly DrawnDay[]; readonly shown: ShownCalendar }) => (
  <div class="day-heads">
    {drawn.map(({ day, tracked }) => (
      <div key={day} class={day === shown.formats.today ? 'today' : undefined}>
        <a href={`#calendar?day=${day}`}>{dayInColumn(day, shown.formats.locale)}</a>
        <span class="num quiet">{tracked > 0 ? shown.formats.duration(tracked) : '–'}</span>
      </div>
    ))}
  </div>
);

/** The first entry, or where work starts on an empty day, is in sight at first and when other days are shown. */
function useScrollToWork({ drawn, days, formats, settings }: ShownCalendar, scale: number) {
  const box = useRef<HTMLDivElement>(null);
  const shownBefore = useRef<{ days: string; scale: number } | null>(null);
  const key = days.join();
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const before = shownBefore.current;
    shownBefore.current = { days: key, scale };
    // The same days at another zoom: what was in the middle stays there.
    if (before?.days === key) {
      const middle = element.clientHeight / 2;
      if (before.scale !== scale) element.scrollTop = ((element.scrollTop + middle) / before.scale) * scale - middle;
      return;
    }
    const { zone } = formats;
    const surroundings = { zone, taken: [], running: null, workingHours: settings.workingHours };
    const begins = drawn.map(({ day, pieces }) => {
      const work = startOfWork({ ...surroundings, day }) - startOfDay(day, zone);
      return Math.min(work, ...pieces.filter((piece) => piece.begins).map(({ from }) => from));
    });
    const begin = ((Math.min(...begins) - HOUR) / MINUTE) * scale;
    const now = ((drawn.find((day) => day.now !== null)?.now ?? 0) / MINUTE) * scale;
    // Today the line of now is in sight too, even if the morning is then not.
    element.scrollTop = Math.max(begin, now - element.clientHeight * LOW);
  }, [key, scale]);
  return box;
}
