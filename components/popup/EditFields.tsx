import { dayOf } from '../../lib/domain/civil.ts';
import type { Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { dayHeading, durationShort } from '../../lib/domain/format.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import { Note } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import { timeText } from '../words-of-time.ts';
import type { TimeField } from './entry-times.ts';
import { ClientField, ProjectField, TagsField, TaskField } from './fields.tsx';
import { rateText } from './money.ts';
import { OverlapNote } from './OverlapNote.tsx';
import type { Choices } from './useChoices.ts';
import type { EntryEdit } from './useEntryEdit.ts';
import { creates } from './work-draft.ts';

interface Props {
  readonly entry: TimeEntry;
  readonly edit: EntryEdit;
  readonly choices: Choices;
  /** Whether saving was tried: only then is a half-typed time wrong. */
  readonly tried: boolean;
  readonly now: () => Instant;
}

export function EditFields(props: Props) {
  const { edit, choices } = props;
  const { work, changeWork } = edit;
  return (
    <div class="edit scroll">
      <TextField
        id="edit-description"
        label={t('description')}
        value={work.description}
        onInput={(description) => changeWork({ description })}
      />
      <ProjectField
        id="edit-project"
        choices={choices}
        choice={work.project}
        onChoose={(project) => changeWork({ project, client: null, task: null })}
      />
      {creates(work.project) && (
        <ClientField
          id="edit-client"
          choices={choices}
          choice={work.client}
          onChoose={(client) => changeWork({ client })}
        />
      )}
      <Times {...props} />
      <TaskField
        id="edit-task"
        choices={choices}
        project={work.project}
        choice={work.task}
        onChoose={(task) => changeWork({ task })}
      />
      <Billable {...props} />
    </div>
  );
}

function Times({ entry, edit, choices, tried, now }: Props) {
  const { texts, bad } = edit.times;
  const wrong = (field: TimeField): string | null => {
    if (!tried || !bad.includes(field)) return null;
    if (field === 'date') return t('useADate', dayText(entry.start, entry.zone));
    return t(field === 'duration' ? 'useADuration' : 'useATime');
  };
  const field = (name: TimeField, label: string, describedBy?: string) => (
    <TextField
      id={`edit-${name}`}
      label={label}
      value={texts[name]}
      error={wrong(name)}
      onInput={(text) => edit.typeTime(name, text)}
      {...(describedBy ? { describedBy } : {})}
    />
  );
  return (
    <>
      <div class="three">
        {field('date', t('date'))}
        {field('start', t('startTime'))}
        {field('end', t('endTime'), 'edit-overlap edit-next-day')}
      </div>
      <AboutTimes entry={entry} edit={edit} now={now} />
      <div class="three tagged">
        {field('duration', t('duration'))}
        <TagsField
          id="edit-tags"
          choices={choices}
          chosen={edit.work.tags}
          onChoose={(tags) => edit.changeWork({ tags })}
        />
      </div>
    </>
  );
}

const DAY = 86_400_000;
const dayText = (instant: Instant, zone: string): string => {
  const day = dayOf(instant, zone);
  // Told from a day that is neither it nor the one after, so that it is a date.
  return dayHeading(day, `${day.slice(0, 4)}-${day.slice(5, 7) === '06' ? '01-15' : '06-15'}`, formatLocale());
};

/** What follows from the times: an end on another day, another zone, an overlap. */
function AboutTimes({ entry, edit, now }: Pick<Props, 'entry' | 'edit' | 'now'>) {
  const { zone } = entry;
  const { start, end } = edit.times;
  const crosses = dayOf(start, zone) !== dayOf(end, zone);
  const elsewhere = zone !== Temporal.Now.timeZoneId();
  return (
    <>
      {crosses && (
        <p class="about" id="edit-next-day" role="status">
          {end - start > DAY
            ? t('endsNextDayUnsure', durationShort(end - start))
            : t('endsNextDay', timeText(end, zone), dayText(end, zone))}
        </p>
      )}
      {end > now() && (
        <Note tone="warn">{t('refused_endsInFuture')}</Note>
      )}
      {elsewhere && <p class="about">{t('timesIn', zone.replaceAll('_', ' '))}</p>}
      <OverlapNote
        id="edit-overlap"
        overlaps={edit.overlaps}
        trim={edit.trim}
        onTrim={edit.setTrim}
        instead={insteadOf(edit, zone)}
      />
    </>
  );
}

/** An end before, or a start after, what overlaps. */
function insteadOf({ overlaps, times, typeTime }: EntryEdit, zone: string) {
  const later = overlaps.map(({ entry }) => entry.start).filter((start) => start > times.start);
  const earlier = overlaps.map(({ entry }) => entry.end).filter((end) => end < times.end);
  if (later.length === overlaps.length && later.length > 0) {
    const text = timeText(Math.min(...later), zone);
    return { label: t('endAt', text), take: () => typeTime('end', text) };
  }
  if (earlier.length === overlaps.length && earlier.length > 0) {
    const text = timeText(Math.max(...earlier), zone);
    return { label: t('startAt', text), take: () => typeTime('start', text) };
  }
  return null;
}

function Billable({ entry, edit }: Props) {
  const { work, times } = edit;
  const worth = work.billable ? rateText(entry.rate, times.end - times.start) : null;
  return (
    <div class="row">
      <span class="grow">
        <label class="strong" for="edit-billable">
          {t('billable')}
        </label>{' '}
        {worth && (
          <span class="quiet num" id="edit-worth">
            {worth}
          </span>
        )}
      </span>
      <Switch
        id="edit-billable"
        on={work.billable}
        {...(worth ? { describedBy: 'edit-worth' } : {})}
        onChange={(billable) => edit.changeWork({ billable })}
      />
    </div>
  );
}
