import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import { BillableSwitch } from './BillableSwitch.tsx';
import { EntryTimesFields } from './EntryTimesFields.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import { ClientField, TagsField, TaskField } from './fields.tsx';
import { ProjectField } from './ProjectField.tsx';
import type { PopupActions } from './types.ts';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';
import type { EntryEditing } from './useEntryEditing.ts';
import { creates, withProject } from './work-draft.ts';

export interface EntryFormProps {
  readonly actions: PopupActions;
  readonly commands: Commands;
  readonly choices: Choices;
  readonly now: () => Instant;
}

interface Props extends EntryFormProps {
  readonly title: string;
  readonly entry: TimeEntry;
  readonly state: EntryEditing;
  /** Whether a timer runs, for what is said when something cannot be saved. */
  readonly running: boolean;
  readonly onSave: () => void;
  readonly onLeave: () => void;
  /** What stands at the end of the heading's line. */
  readonly beside?: ComponentChildren;
  /** What stands under the fields. */
  readonly under?: ComponentChildren;
  /** The buttons. */
  readonly children: ComponentChildren;
}

/** The fields of one entry, whether it exists or is about to be added. */
export function EntryForm(props: Props) {
  const { choices, commands, title, onSave, onLeave } = props;
  useEffect(() => {
    commands.forget();
    choices.read('project', 'client', 'task', 'tag');
  }, []);
  return (
    <form
      class="view"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <header class="edit-h">
        <button class="icon" type="button" aria-label={t('back')} onClick={onLeave}>
          <Icon name="back" />
        </button>
        <h1 class="grow">{title}</h1>
        {props.beside}
      </header>
      <div class="edit scroll">
        <Fields {...props} />
        {props.under}
      </div>
      <ErrorPanel commands={commands} actions={props.actions} running={props.running} />
      {props.children}
    </form>
  );
}

function Fields({ choices, entry, state, now }: Props) {
  const { draft, change, times } = state;
  return (
    <>
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
        onDone={state.tidy}
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
          onDone={() => state.tidy('duration')}
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
    </>
  );
}
