import { dayOf } from '../../lib/domain/civil.ts';
import type { Instant, TimeEntry } from '../../lib/domain/entry.ts';
import type { Overlap } from '../../lib/domain/overlap.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { Note } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { timeText } from '../words-of-time.ts';
import { dateText, type EntryTimes, type TimeField } from './entry-times.ts';
import { OverlapNote } from './OverlapNote.tsx';

interface Props {
  readonly entry: TimeEntry;
  readonly times: EntryTimes;
  readonly now: Instant;
  readonly zone: string;
  /** Whether what is wrong is said: after a first try to save. */
  readonly strict: boolean;
  readonly overlaps: readonly Overlap[];
  readonly trim: boolean;
  readonly onType: (field: TimeField, text: string) => void;
  readonly onDone: (field: TimeField) => void;
  readonly onTimes: (start: Instant, end: Instant) => void;
  readonly onTrim: (trim: boolean) => void;
}

const DAY = 86_400_000;

/** Date, start and end of an entry, with what follows from them in words. */
export function EntryTimesFields(props: Props) {
  const { entry, times, zone, strict, onType, onDone } = props;
  const bad = (field: TimeField, words: string) => (strict && times.bad.has(field) ? words : null);
  const field = (name: TimeField, label: string, wrong: string) => (
    <TextField
      id={`edit-${name}`}
      label={label}
      value={times.texts[name]}
      error={bad(name, wrong)}
      onInput={(text) => onType(name, text)}
      onDone={() => onDone(name)}
    />
  );
  const example = dateText(dayOf(entry.start, entry.zone), dayOf(props.now, entry.zone), formatLocale());
  return (
    <>
      <div class="three">
        {field('date', t('date'), t('useADate', example))}
        {field('start', t('startTime'), t('useATime'))}
        {field('end', t('endTime'), t('useATime'))}
      </div>
      {entry.zone !== zone && <p class="quiet">{t('timesIn', entry.zone)}</p>}
      <EndNote {...props} />
      <Overlapped {...props} />
    </>
  );
}

function EndNote({ entry, times, now }: Props) {
  const { start, end } = times;
  const endDay = dayOf(end, entry.zone);
  if (end - start > DAY) return <Note tone="warn">{t('endsNextDayUnsure', durationText(end - start))}</Note>;
  if (endDay === dayOf(start, entry.zone)) return null;
  return (
    <p class="quiet" role="status">
      {t('endsNextDay', timeText(end, entry.zone), dateText(endDay, dayOf(now, entry.zone), formatLocale()))}
    </p>
  );
}

function Overlapped({ entry, times, overlaps, trim, onTrim, onTimes }: Props) {
  const { start, end } = times;
  const later = overlaps.find((overlap) => overlap.entry.start > start);
  const earlier = overlaps.find((overlap) => overlap.entry.end < end);
  const show = (instant: Instant) => timeText(instant, entry.zone);
  const instead = later
    ? { label: t('endAt', show(later.entry.start)), take: () => onTimes(start, later.entry.start) }
    : earlier
      ? { label: t('startAt', show(earlier.entry.end)), take: () => onTimes(earlier.entry.end, end) }
      : null;
  return <OverlapNote id="edit-overlap" overlaps={overlaps} trim={trim} onTrim={onTrim} instead={instead} />;
}
