import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../../lib/domain/entry.ts';
import type { Period } from '../../../lib/domain/report/range.ts';
import { barText, dayOfMonth, weekdayText } from '../../../lib/domain/report/range-text.ts';
import { t } from '../../../lib/platform/words.ts';
import { usePrinting } from '../../hooks/usePrinting.ts';
import type { Formats } from './formats.ts';
import type { Names } from './names.ts';
import { type Bar, FEW_BARS, OTHER, type Series } from './series.ts';

interface Props {
  readonly series: Series;
  readonly period: Period;
  readonly pieces: 'project' | 'client';
  readonly names: Names;
  readonly formats: Formats;
  /** Names the chart for screen readers. */
  readonly title: string;
  readonly onPiece: (key: string) => void;
  readonly onBar: (key: Day) => void;
}

const hour = 3_600_000;
const HEIGHT = 300;
const LEFT = 44;
const TOP = 36;
const BOTTOM = 262;
const WIDEST = 52;
/** What a page of A4 or Letter leaves for the chart. */
const PAPER = 650;
const NARROWEST = 480;
const PADDING = 32;
const GAP = 2;
/** Below these the two letters, the total and the label do not fit. */
const CODE_HEIGHT = 20;
const CODE_WIDTH = 22;
const LABEL_WIDTH = 46;

const steps = [0.25, 0.5, 1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000];

/** Lines of the scale, in hours: at most five above zero. */
function scaleOf(most: number): { readonly step: number; readonly lines: readonly number[] } {
  const step = steps.find((one) => most / hour / one <= 5) ?? Math.ceil(most / hour / 5);
  const count = Math.max(1, Math.floor(most / hour / step));
  return { step, lines: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** The width the chart will have in a window like this one: mostly right, so that it is drawn once. */
const expected = (whole: boolean): number => {
  const page = Math.min(1200, document.documentElement.clientWidth) - 64;
  const card = whole ? page : ((page - 16) * 1.55) / 2.55;
  return Math.max(NARROWEST, Math.round(card - 2 - PADDING));
};

/** The width the chart really has: text in it keeps its size. */
function useWidth(whole: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => expected(whole));
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setWidth(Math.max(NARROWEST, Math.round(current.clientWidth - PADDING)));
    // Told before the first paint too, without making the browser lay out the page for an answer.
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, width: usePrinting() ? PAPER : width };
}

/** Stacked bars, drawn as SVG: sharp in print, two letters in every piece that has room, its total above each bar. */
export function BarChart(props: Props) {
  const { series, title, formats, names, pieces } = props;
  const { element, width } = useWidth(series.bars.length > FEW_BARS);
  const most = Math.max(hour, ...series.bars.map(({ ms }) => ms));
  const { lines } = scaleOf(most);
  const y = (ms: number): number => BOTTOM - (ms / most) * (BOTTOM - TOP);
  const pitch = (width - LEFT) / series.bars.length;
  const codes = names.codes(pieces, series.keys);
  return (
    <div class="chart" ref={element}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width="100%" role="img" aria-labelledby="chart-title chart-desc">
        <title id="chart-title">{title}</title>
        <desc id="chart-desc">{t('chartDescription')}</desc>
        {lines.map((hours) => (
          <g key={hours}>
            <line class="line" x1={LEFT} x2={width} y1={y(hours * hour)} y2={y(hours * hour)} />
            <text class="scale" x={LEFT - 10} y={y(hours * hour) + 4}>
              {t('hoursOnly', formats.number(hours))}
            </text>
          </g>
        ))}
        {series.bars.map((bar, index) => (
          <BarOf
            key={bar.key}
            {...props}
            codes={codes}
            bar={bar}
            x={LEFT + pitch * index}
            pitch={pitch}
            y={y}
            index={index}
          />
        ))}
      </svg>
    </div>
  );
}

interface BarProps extends Props {
  readonly bar: Bar;
  readonly x: number;
  readonly pitch: number;
  readonly y: (ms: number) => number;
  readonly index: number;
  readonly codes: ReadonlyMap<string, string>;
}

function BarOf(props: BarProps) {
  const { bar, x, pitch, y, period, formats, onBar } = props;
  const middle = x + pitch / 2;
  const total = bar.ms === 0 ? '–' : formats.duration(bar.ms);
  const upright =
    pitch < props.series.bars.reduce((most, { ms }) => Math.max(most, formats.duration(ms).length), 0) * 7;
  const top = y(bar.ms) - 8;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is in the table and the ranking, for keys
    <g class="bar" onClick={() => onBar(bar.key)}>
      <rect class="reach" x={x} y={0} width={pitch} height={HEIGHT}>
        <title>{`${barTitle(bar.key, period, formats)}, ${total}`}</title>
      </rect>
      <Pieces {...props} />
      {bar.ms > 0 || !upright ? (
        <text
          class={bar.ms > 0 ? 'sum' : 'scale none'}
          x={middle}
          y={top}
          transform={upright ? `rotate(-90 ${middle} ${top}) translate(0 4)` : undefined}
          text-anchor={upright ? 'start' : 'middle'}
        >
          {total}
        </text>
      ) : null}
      <Label {...props} middle={middle} />
    </g>
  );
}

const barTitle = (key: Day, period: Period, formats: Formats): string =>
  `${barText(key, period, formats)}${period === 'month' ? ` ${key.slice(0, 4)}` : ''}`;

/** Labels that would touch are left out; a month's days are numbers with the weekday above. */
function Label({ bar, pitch, period, formats, index, middle }: BarProps & { readonly middle: number }) {
  const each = Math.ceil((period === 'day' ? 24 : LABEL_WIDTH) / pitch);
  if (index % each !== 0) return null;
  const short = period === 'day' && pitch < LABEL_WIDTH;
  const yearly = period === 'month' && (bar.key.endsWith('-01-01') || index === 0) && bar.key.slice(0, 4);
  return (
    <>
      <text class="below" x={middle} y={BOTTOM + 20}>
        {short ? dayOfMonth(bar.key, formats) : barText(bar.key, period, formats)}
      </text>
      {short && pitch <= 30 && (bar.key.endsWith('-01') || index === 0) && (
        <text class="scale mid" x={middle} y={BOTTOM + 34}>
          {barText(bar.key, 'month', formats)}
        </text>
      )}
      {short && pitch > 30 && (
        <text class="scale mid" x={middle} y={BOTTOM + 34}>
          {weekdayText(bar.key, formats)}
        </text>
      )}
      {yearly && each > 1 && (
        <text class="scale mid" x={middle} y={BOTTOM + 34}>
          {yearly}
        </text>
      )}
    </>
  );
}

function Pieces({ bar, x, pitch, y, pieces, names, codes, formats, onPiece }: BarProps) {
  const width = Math.min(WIDEST, pitch * 0.7);
  const left = x + (pitch - width) / 2;
  let below = 0;
  return (
    <>
      {bar.pieces.map(({ key, ms }) => {
        const bottom = y(below);
        below += ms;
        const height = Math.max(1, bottom - y(below) - GAP);
        const other = key === OTHER;
        const colour = other ? null : names.colour(pieces, key);
        const choose = (event: MouseEvent) => {
          event.stopPropagation();
          if (!other) onPiece(key);
        };
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same is in the ranking, for keys
          <g key={key} class={colour === null ? 'piece none' : `piece c${colour}`} onClick={choose}>
            <title>{`${other ? t('others') : names.name(pieces, key)}, ${formats.duration(ms)}`}</title>
            <rect x={left} y={bottom - height} width={width} height={height} rx={Math.min(3, height / 2)} />
            {height >= CODE_HEIGHT && width >= CODE_WIDTH && (
              <text x={left + width / 2} y={bottom - height / 2 + 4}>
                {codes.get(key) ?? ''}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
