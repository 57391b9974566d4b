import { addDays } from '../../../lib/domain/civil.ts';
import type { Days } from '../../../lib/domain/days.ts';
import type { Day } from '../../../lib/domain/entry.ts';
import { periodStart } from '../../../lib/domain/report/range.ts';
import { barText, shortDay, weekdayText } from '../../../lib/domain/report/range-text.ts';
import { t } from '../../../lib/platform/words.ts';
import type { Formats } from './formats.ts';

interface Props {
  readonly perDay: ReadonlyMap<Day, number>;
  readonly days: Days;
  readonly asTable: boolean;
  readonly title: string;
  readonly formats: Formats;
  readonly onDay: (day: Day) => void;
}

const CELL = 18;
const PITCH = 21;
const LEFT = 40;
const TOP = 22;
/** Shades above nothing. */
const LEVELS = 4;
const levels = Array.from({ length: LEVELS + 1 }, (_, level) => level);

/** The first days of the weeks that share a day with the year. */
function weeksOf({ first, last }: Days, weekStartsOn: number): Day[] {
  const weeks: Day[] = [];
  for (let at = periodStart('week', first, weekStartsOn); at <= last; at = addDays(at, 7)) weeks.push(at);
  return weeks;
}

const week = Array.from({ length: 7 }, (_, weekday) => weekday);

/** A year of days, a column a week: the more, the darker. Every day says its time when it is pointed at. */
export function HeatMap(props: Props) {
  const { perDay, days, asTable, title, formats } = props;
  const weeks = weeksOf(days, formats.weekStartsOn);
  const most = Math.max(1, ...perDay.values());
  const [busiest] = [...perDay].toSorted(([, a], [, b]) => b - a);
  return (
    <section class="card heat" aria-labelledby="heat">
      <div class="card-h bare">
        <h2 id="heat">{title}</h2>
        {!asTable && (
          <span class="legend quiet" aria-hidden="true">
            {t('less')}
            {levels.map((level) => (
              <i key={level} class={`h${level}`} />
            ))}
            {t('more')}
          </span>
        )}
      </div>
      {asTable ? (
        <HeatTable {...props} weeks={weeks} />
      ) : (
        <div class="chart">
          <svg
            viewBox={`0 0 ${LEFT + weeks.length * PITCH} ${TOP + 7 * PITCH}`}
            width="100%"
            role="img"
            aria-labelledby="heat-title heat-desc"
          >
            <title id="heat-title">{title}</title>
            <desc id="heat-desc">
              {busiest && t('heatDescription', shortDay(busiest[0], formats), formats.duration(busiest[1]))}
            </desc>
            {week.map((weekday) => (
              <text key={weekday} class="scale" x={LEFT - 8} y={TOP + weekday * PITCH + 13}>
                {weekday % 2 === 0 && weekdayText(addDays(weeks[1] ?? days.first, weekday), formats)}
              </text>
            ))}
            {weeks.map((start, column) => (
              <Week key={start} {...props} start={start} column={column} most={most} />
            ))}
          </svg>
        </div>
      )}
    </section>
  );
}

const levelOf = (ms: number, most: number): number => (ms === 0 ? 0 : Math.max(1, Math.ceil((ms / most) * LEVELS)));

function Week({
  start,
  column,
  most,
  perDay,
  days,
  formats,
  onDay,
}: Props & { readonly start: Day; readonly column: number; readonly most: number }) {
  const x = LEFT + column * PITCH;
  const shown = week.map((weekday) => addDays(start, weekday));
  const monthBegins = shown.find((day) => day.endsWith('-01') && day >= days.first && day <= days.last);
  return (
    <>
      {monthBegins && (
        <text class="scale month" x={x} y={12}>
          {barText(monthBegins, 'month', formats)}
        </text>
      )}
      {shown.map((day, row) => {
        if (day < days.first || day > days.last) return null;
        const ms = perDay.get(day) ?? 0;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same days are in the table
          <rect
            key={day}
            class={`day h${levelOf(ms, most)}`}
            x={x}
            y={TOP + row * PITCH}
            width={CELL}
            height={CELL}
            rx={3}
            onClick={() => onDay(day)}
          >
            <title>{`${shortDay(day, formats)}, ${ms === 0 ? '–' : formats.duration(ms)}`}</title>
          </rect>
        );
      })}
    </>
  );
}

function HeatTable({ perDay, days, weeks, title, formats, onDay }: Props & { readonly weeks: readonly Day[] }) {
  return (
    <div class="x-scroll heat-table">
      <table class="tbl">
        <caption class="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('week')}</th>
            {week.map((weekday) => (
              <th key={weekday} scope="col" class="r">
                {weekdayText(addDays(weeks[0] ?? days.first, weekday), formats)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((start) => (
            <tr key={start}>
              <th scope="row">{barText(start, 'week', formats)}</th>
              {week.map((weekday) => {
                const day = addDays(start, weekday);
                const ms = perDay.get(day) ?? 0;
                return (
                  <td key={day} class="r num">
                    {ms === 0 ? (
                      '–'
                    ) : (
                      <button
                        class="pick"
                        type="button"
                        aria-label={`${shortDay(day, formats)}, ${formats.duration(ms)}`}
                        onClick={() => onDay(day)}
                      >
                        {formats.duration(ms)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
