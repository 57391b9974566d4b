import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryAddress, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { durationShort } from '../../lib/domain/format.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import { descriptionInSentence } from '../words-of-time.ts';
import { BillableSwitch } from './BillableSwitch.tsx';
import { EditBar } from './EditBar.tsx';
import { EntryTimesFields } from './EntryTimesFields.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import { type TimeField, timesAt, typedInto } from './entry-times.ts';
import { ClientField, TagsField, TaskField } from './fields.tsx';
import { ProjectField } from './ProjectField.tsx';
import type { PopupActions, PopupData } from './types.ts';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';
import { useOverlaps } from './useOverlaps.ts';
import { creates, draftOf, toInput, type WorkDraft, withProject } from './work-draft.ts';

interface Props {
  readonly data: Pick<PopupData, 'running'>;
  readonly actions: PopupActions;
  readonly commands: Commands;
  readonly choices: Choices;
  readonly now: () => Instant;
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
  readonly onClose: () => void;
}

/** Everything about one entry. Nothing is stored before Save; leaving with changes asks. */
export function EditEntry(props: Props) {
  const { choices, commands, entry, now, onClose } = props;
  const state = useEntryEditing(props);
  const { draft, change, times } = state;
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    commands.forget();
    choices.read('project', 'client', 'task', 'tag');
  }, []);
  const leave = () => (state.changed ? setLeaving(true) : onClose());
  return (
    <form
      class="view"
      aria-label={t('editEntry')}
      onSubmit={(event) => {
        event.preventDefault();
        state.save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        leave();
      }}
    >
      <header class="edit-h">
        <button class="icon" type="button" aria-label={t('back')} onClick={leave}>
          <Icon name="back" />
        </button>
        <h1 class="grow">{t('editEntry')}</h1>
      </header>
      <div class="edit scroll">
        <TextField
          id="edit-description"
          label={t('description')}
          value={draft.description}
          inputRef={state.first}
          onInput={(description) => change({ description })}
        />
        <ProjectField
          id="edit-project"
          choices={choices}
          choice={draft.project}
          onChoose={(choice) => change(withProject(choice, choices.project))}
        />
        {creates(draft.project) && (
          <ClientField
            id="edit-client"
            choices={choices}
            choice={draft.client}
            onChoose={(client) => change({ client })}
          />
        )}
        <EntryTimesFields
          entry={entry}
          times={times}
          now={now()}
          zone={Temporal.Now.timeZoneId()}
          strict={state.strict}
          overlaps={state.overlaps}
          trim={state.trim}
          onType={state.type}
          onTimes={state.put}
          onTrim={state.setTrim}
        />
        <div class="three tagged">
          <TextField
            id="edit-duration"
            label={t('duration')}
            value={times.texts.duration}
            error={state.strict && times.bad.has('duration') ? t('useADuration') : null}
            onInput={(text) => state.type('duration', text)}
          />
          <TaskField
            id="edit-task"
            choices={choices}
            project={draft.project}
            choice={draft.task}
            onChoose={(task) => change({ task })}
          />
        </div>
        <TagsField id="edit-tags" choices={choices} chosen={draft.tags} onChoose={(tags) => change({ tags })} />
        <BillableSwitch
          on={draft.billable}
          rate={entry.rate}
          ms={times.end - times.start}
          onChange={(billable) => change({ billable })}
        />
      </div>
      <ErrorPanel commands={commands} actions={props.actions} running={props.data.running !== null} />
      <EditBar
        leaving={leaving}
        onStay={() => setLeaving(false)}
        onLeave={onClose}
        onCancel={leave}
        onDelete={state.remove}
      />
    </form>
  );
}

/** What was changed, what it overlaps, and how it is saved. */
function useEntryEditing({ actions, commands, entry, address, now, onClose }: Props) {
  const [draft, setDraft] = useState<WorkDraft>(() => draftOf(entry));
  const [trim, setTrim] = useState(false);
  const [strict, setStrict] = useState(false);
  const around = { entry, now: now(), locale: formatLocale() };
  const [times, setTimes] = useState(() => timesAt(entry.start, entry.end, around));
  const type = (field: TimeField, text: string) => setTimes((before) => typedInto(field, text, before, around));
  const put = (start: Instant, end: Instant) => setTimes(timesAt(start, end, around));
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const timed = times.start !== entry.start || times.end !== entry.end;
  const ask = timed && times.bad.size === 0;
  const overlaps = useOverlaps(actions, ask ? times.start : null, ask ? times.end : null, entry.id);
  const worked = JSON.stringify(draft) !== JSON.stringify(draftOf(entry));
  const save = () => {
    setStrict(true);
    const [wrong] = times.bad;
    if (wrong) return document.getElementById(`edit-${wrong}`)?.focus();
    if (!worked && !timed) return onClose();
    const spans = timed ? { start: times.start, end: times.end } : {};
    const trims = trim && overlaps.length > 0 ? { trim: overlaps.map((overlap) => overlap.address) } : {};
    const work = worked ? { work: toInput(draft) } : {};
    void commands.run({ type: 'entry.update', entry: address, ...work, ...spans, ...trims }, ({ undo }) => {
      commands.say(t('savedEntry', descriptionInSentence(draft.description)), undo);
      onClose();
    });
  };
  const remove = () =>
    void commands.run({ type: 'entry.delete', entry: address }, ({ undo }) => {
      const length = durationShort(entry.end - entry.start);
      commands.say(t('deletedEntry', descriptionInSentence(entry.description), length), undo);
      onClose();
    });
  const change = (part: Partial<WorkDraft>) => setDraft((before) => ({ ...before, ...part }));
  const changed = worked || timed || times.bad.size > 0;
  return { draft, change, times, type, put, overlaps, trim, setTrim, strict, changed, first, save, remove };
}
