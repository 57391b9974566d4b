import { t } from '../../../lib/platform/words.ts';
import { eventsText, numberText } from '../../privacy/words-of-privacy.ts';
import { dayText } from './day-text.ts';

/** Newest first. */
export type PerDay = readonly { readonly day: string; readonly rows: number }[];

const HEIGHT = 40;
const STEP = 20;

/** How much was noted on each day; the same numbers stand beside the days in the filter. */
export function PerDayChart({ perDay }: { readonly perDay: PerDay }) {
  const days = perDay.toReversed();
  const most = days.reduce((a, b) => (b.rows > a.rows ? b : a), { day: '', rows: 0 });
  const sum = days.reduce((total, { rows }) => total + rows, 0);
  if (sum === 0) return null;
  const says = t('chartSays', days.length, eventsText(sum), numberText(most.rows), dayText(most.day));
  return (
    <figure class="card per-day">
      <figcaption>
        <span>{t('chartTitle')}</span>
        <span class="num">{numberText(most.rows)}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={says}
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
      >
        {days.map(({ day, rows }, i) => {
          const height = rows === 0 ? 1 : Math.max(2, (rows / most.rows) * HEIGHT);
          return (
            <rect key={day} x={i * STEP + 2} y={HEIGHT - height} width={STEP - 4} height={height}>
              <title>{t('dayWithCount', dayText(day), numberText(rows))}</title>
            </rect>
          );
        })}
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{dayText(days[0]?.day ?? '')}</span>
        <span>{dayText(days.at(-1)?.day ?? '')}</span>
      </div>
    </figure>
  );
}
