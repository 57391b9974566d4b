import { dayOf } from '../../lib/domain/civil.ts';
import { dayStrip } from '../../lib/domain/day-strip.ts';
import type { Instant } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { useSecond } from '../hooks/useSecond.ts';
import { timeText } from '../words-of-time.ts';
import type { PopupData } from './types.ts';

interface Props {
  readonly data: PopupData;
  readonly zone: string;
  readonly now: () => Instant;
}

const HOUR = 3_600_000;

/** Today as a strip of time: what was tracked, and the gaps. */
export function DayStrip({ data, zone, now }: Props) {
  const at = useSecond(now, data.running?.start ?? null);
  const today = dayOf(at, zone);
  const spans = [
    ...data.pages.flatMap(({ entries }) => entries),
    ...(data.running ? [{ ...data.running, end: at }] : []),
  ];
  const colourOf = (project: string | null) => data.projects.get(project ?? '')?.colour ?? null;
  const strip = dayStrip(
    today,
    zone,
    spans.map(({ start, end, projectId }) => ({ start, end, colour: colourOf(projectId) })),
  );
  const { axis, parts, tracked } = strip;
  const share = (ms: number) => `${(100 * ms) / (axis.end - axis.start)}%`;
  const hours = Array.from({ length: (axis.end - axis.start) / (2 * HOUR) + 1 }, (_, n) => axis.start + n * 2 * HOUR);
  return (
    <section class="by-clock" aria-labelledby="by-clock">
      <div class="row">
        <h2 id="by-clock" class="grow">
          {t('todayByTheClock')}
        </h2>
        <a class="link small" href="report.html#calendar" target="_blank" rel="noopener">
          {t('openCalendar')}
        </a>
      </div>
      <svg
        class="strip-of-day"
        width="100%"
        height="28"
        role="img"
        aria-label={tracked ? spoken(strip, zone) : t('nothingToday')}
      >
        {parts.map(({ start, end, colour }) => (
          <rect
            key={start}
            class={colour === null ? 'plain-part' : `c${colour}`}
            x={share(start - axis.start)}
            width={share(end - start)}
            y="4"
            height="20"
            rx="3"
          />
        ))}
      </svg>
      <div class="row hours-of-day num" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour}>{hourText(hour, zone)}</span>
        ))}
      </div>
    </section>
  );
}

const spoken = ({ tracked, covered, untracked, gaps }: ReturnType<typeof dayStrip>, zone: string): string => {
  const from = timeText(tracked?.start ?? 0, zone);
  const to = timeText(tracked?.end ?? 0, zone);
  if (gaps === 0) return t('clockWithoutGaps', from, to, durationText(covered));
  return t(
    gaps === 1 ? 'clockWithAGap' : 'clockWithGaps',
    from,
    to,
    durationText(covered),
    durationText(untracked),
    gaps,
  );
};

const hourText = (instant: Instant, zone: string): string =>
  String(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).hour).padStart(2, '0');
