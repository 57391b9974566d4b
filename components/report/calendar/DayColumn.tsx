import type { ComponentChildren } from 'preact';
import { hoursOfDay, isPlainDay } from '../../../lib/domain/day-hours.ts';
import type { Crowd, DayPiece, DaySpan } from '../../../lib/domain/day-layout.ts';
import { dayInName } from '../../../lib/domain/format-days.ts';
import { sameWork } from '../../../lib/domain/timer.ts';
import { t } from '../../../lib/platform/words.ts';
import { BlockItem, placeOf } from './Block.tsx';
import type { Handled } from './handling.ts';
import type { DrawnDay } from './useCalendar.ts';
import type { Drawing } from './usePointer.ts';
import { gapName, spanTimes, type Wording } from './words.ts';

export interface ColumnActions {
  readonly open: (piece: DayPiece) => void;
  readonly list: (crowd: Crowd, day: DrawnDay) => void;
  readonly add: (day: DrawnDay, span: DaySpan) => void;
}

interface Props extends ColumnActions {
  readonly day: DrawnDay;
  readonly scale: number;
  readonly wording: Wording;
  readonly handled: Handled | null;
  readonly drawing: Drawing | null;
  /** Whether the hours of the axis are not those of this day. */
  readonly ownHours: boolean;
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

interface Placed {
  readonly from: number;
  readonly item: ComponentChildren;
}

/** One day on the time axis: entries, and the gaps between them that are worth a button, in the order of the clock. */
export function DayColumn(props: Props) {
  const { day, scale, wording, drawing, ownHours } = props;
  const { zone, time, locale } = wording.formats;
  const items = [...blockItems(props), ...gapItems(props), ...crowdItems(props), ...restItem(props)];
  return (
    <section
      class="column"
      aria-label={dayInName(day.day, locale)}
      data-day={day.day}
      style={{ height: `${(day.length / MINUTE) * scale}px` }}
    >
      {hoursOfDay(day.day, zone).map(({ offset, instant }) => (
        <div class="hr" key={offset} style={{ insetBlockStart: `${(offset / MINUTE) * scale}px` }} aria-hidden="true">
          {ownHours && !isPlainDay(day.day, zone) && <span class="num">{time(instant, zone)}</span>}
        </div>
      ))}
      <ol aria-label={t('entriesAndGaps')}>{items.toSorted((a, b) => a.from - b.from).map(({ item }) => item)}</ol>
      {drawing?.day === day.day && (
        <div class="drawing" style={placeOf(drawing.span, scale)} aria-hidden="true">
          <span class="num">{t('spanAndLength', ...spanTimes(day.day, drawing.span, wording))}</span>
        </div>
      )}
      {day.now !== null && (
        <div class="now" style={{ insetBlockStart: `${(day.now / MINUTE) * scale}px` }} aria-hidden="true">
          <span class="num">{time(wording.at, zone)}</span>
        </div>
      )}
    </section>
  );
}

function blockItems({ day, scale, wording, handled, open }: Props): Placed[] {
  const mine = (piece: DayPiece) => handled?.piece.entry.id === piece.entry.id && handled.from === day.day;
  const times = ({ span, piece }: Handled) =>
    t('spanAndLength', ...spanTimes(day.day, span, wording, piece.entry.zone));
  const still = day.blocks.map((block): Placed => {
    const here = mine(block) && handled?.day === day.day ? handled : null;
    return {
      from: block.from,
      item: (
        <BlockItem
          key={block.entry.id}
          piece={block}
          span={here?.span ?? block}
          lane={here ? 0 : block.lane}
          lanes={here ? 1 : block.lanes}
          scale={scale}
          state={here ? 'handled' : mine(block) ? 'away' : 'still'}
          times={here ? times(here) : null}
          wording={wording}
          onOpen={() => open(block)}
        />
      ),
    };
  });
  if (!handled || handled.day !== day.day || handled.from === day.day) return still;
  const visitor = (
    <BlockItem
      key="visitor"
      piece={handled.piece}
      span={handled.span}
      lane={0}
      lanes={1}
      scale={scale}
      state="handled"
      times={times(handled)}
      wording={wording}
      onOpen={() => {}}
    />
  );
  return [...still, { from: handled.span.from, item: visitor }];
}

/** The same work before and after makes a gap a break. */
const isBreak = (day: DrawnDay, gap: DaySpan): boolean => {
  const before = day.pieces.find(({ to }) => to === gap.from);
  const after = day.pieces.find(({ from }) => from === gap.to);
  return before !== undefined && after !== undefined && sameWork(before.entry, after.entry);
};

function gapItems({ day, scale, wording, add }: Props): Placed[] {
  return day.gaps
    .filter(({ from, to }) => to - from >= QUARTER)
    .map((gap) => ({
      from: gap.from,
      item: (
        <li class="place" key={`gap ${gap.from}`} style={placeOf(gap, scale)}>
          <button class="gap" type="button" aria-label={gapName(day.day, gap, wording)} onClick={() => add(day, gap)}>
            <span class="num">
              {t(isBreak(day, gap) ? 'breakFromTo' : 'untrackedFromTo', ...spanTimes(day.day, gap, wording))}
            </span>
            <em>{t('addEntry')}</em>
          </button>
        </li>
      ),
    }));
}

function crowdItems({ day, scale, wording, list }: Props): Placed[] {
  return day.crowds.map((crowd) => {
    const [from, to] = spanTimes(day.day, crowd, wording);
    return {
      from: crowd.from,
      item: (
        <li class="place crowd" key={`crowd ${crowd.from}`} style={placeOf(crowd, scale)}>
          <button
            class="more-here num"
            type="button"
            aria-label={t('moreEntries', crowd.pieces.length, from, to)}
            onClick={() => list(crowd, day)}
          >
            {t('plusCount', crowd.pieces.length)}
          </button>
        </li>
      ),
    };
  });
}

function restItem({ day, scale, wording }: Props): Placed[] {
  if (!day.rest) return [];
  const [from, , length] = spanTimes(day.day, day.rest, wording);
  const item = (
    <li class="place rest" key="rest" style={placeOf(day.rest, scale)}>
      <span class="num">{t('pausedSince', from, length)}</span>
    </li>
  );
  return [{ from: day.rest.from, item }];
}
