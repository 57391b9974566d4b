import { useMemo } from 'preact/hooks';
import { dayOf, weekOf } from '../../lib/domain/civil.ts';
import type { Day, Instant, RunningEntry } from '../../lib/domain/entry.ts';
import { weekStartOfLocale } from '../../lib/domain/locale.ts';
import { trackedOn } from '../../lib/domain/tracked-on.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { useSecond } from '../hooks/useSecond.ts';
import type { PopupData } from './types.ts';

interface Props {
  readonly data: PopupData;
  /** Milliseconds of stopped entries by day. */
  readonly done: ReadonlyMap<Day, number>;
  readonly zone: string;
  readonly now: () => Instant;
}

/** Time tracked today and this week, what is running included. */
export function Totals({ data, done, zone, now }: Props) {
  const { running, settings } = data;
  const at = useSecond(now, running?.start ?? null);
  const today = dayOf(at, zone);
  const week = useMemo(
    () => weekOf(today, settings.weekStartsOn ?? weekStartOfLocale(formatLocale())),
    [today, settings.weekStartsOn],
  );
  const tracked = (days: readonly Day[]) =>
    days.reduce((ms, day) => ms + (done.get(day) ?? 0), trackedOn(days, [], running, at));
  return (
    <dl class="totals" aria-label={t('totals')}>
      <Total name={t('today')} ms={tracked([today])} />
      <Total name={t('week')} ms={tracked(week)} />
    </dl>
  );
}

const Total = ({ name, ms }: { name: string; ms: number }) => (
  <div>
    <dt>{name}</dt>
    <dd class="num">{durationText(ms)}</dd>
  </div>
);

interface DayProps {
  readonly done: number;
  readonly day: Day;
  readonly running: RunningEntry | null;
  readonly now: () => Instant;
}

/** The total of one day of the list. */
export function DayTotal({ done, day, running, now }: DayProps) {
  const at = useSecond(now, running?.start ?? null);
  return <span class="num">{durationText(done + trackedOn([day], [], running, at))}</span>;
}
