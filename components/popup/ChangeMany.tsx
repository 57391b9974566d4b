import { useEffect, useState } from 'preact/hooks';
import type { EntryAddress } from '../../lib/domain/entry.ts';
import type { Choice, CommandOf } from '../../lib/messaging/commands.ts';
import { t } from '../../lib/platform/words.ts';
import { ClientField, TagsField, TaskField } from './fields.tsx';
import { ProjectField } from './ProjectField.tsx';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';
import { creates } from './work-draft.ts';

interface Props {
  readonly entries: readonly EntryAddress[];
  readonly choices: Choices;
  readonly commands: Commands;
  readonly onClose: () => void;
  readonly onCancel: () => void;
}

type Billable = 'same' | 'yes' | 'no';
type Patch = CommandOf<'entries.update'>['work'];

const billables = [
  { value: 'same', word: 'leaveAsIs' },
  { value: 'yes', word: 'billable' },
  { value: 'no', word: 'notBillable' },
] as const;

/** What is filled in here changes in every chosen entry; the rest stays. */
export function ChangeMany({ entries, choices, commands, onClose, onCancel }: Props) {
  const [project, setProject] = useState<{ readonly choice: Choice | null } | null>(null);
  const [client, setClient] = useState<Choice | null>(null);
  const [task, setTask] = useState<Choice | null>(null);
  const [add, setAdd] = useState<readonly Choice[]>([]);
  const [remove, setRemove] = useState<readonly Choice[]>([]);
  const [billable, setBillable] = useState<Billable>('same');
  useEffect(() => {
    choices.read('project', 'client', 'task', 'tag');
    document.getElementById('many-project')?.focus();
  }, []);
  const chosen = project?.choice ?? null;
  const change = () => {
    const work: Patch = {
      ...(project ? { project: chosen } : {}),
      ...(client && creates(chosen) ? { client } : {}),
      ...(task && chosen ? { task } : {}),
      ...(add.length + remove.length > 0 ? { tags: { add: [...add], remove: [...remove] } } : {}),
      ...(billable === 'same' ? {} : { billable: billable === 'yes' }),
    };
    void commands.run({ type: 'entries.update', entries: [...entries], work }, ({ undo }) => {
      commands.say(t('changedMany', entries.length), undo);
      onClose();
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the form would need a legend of its own
    <div class="many" role="group" aria-label={t('changeMany')}>
      <ProjectField
        id="many-project"
        choices={choices}
        choice={chosen}
        {...(project ? {} : { placeholder: t('leaveAsIs') })}
        onChoose={(choice) => {
          setProject({ choice });
          setTask(null);
        }}
      />
      {creates(chosen) && <ClientField id="many-client" choices={choices} choice={client} onChoose={setClient} />}
      {chosen && <TaskField id="many-task" choices={choices} project={chosen} choice={task} onChoose={setTask} />}
      <TagsField id="many-add" label={t('addTags')} choices={choices} chosen={add} onChoose={setAdd} />
      <TagsField id="many-remove" label={t('removeTags')} choices={choices} chosen={remove} onChoose={setRemove} />
      <div class="f">
        <label for="many-billable">{t('billable')}</label>
        <select
          class="in"
          id="many-billable"
          value={billable}
          onChange={(event) => setBillable(event.currentTarget.value as Billable)}
        >
          {billables.map(({ value, word }) => (
            <option key={value} value={value}>
              {t(word)}
            </option>
          ))}
        </select>
      </div>
      <div class="row">
        <span class="grow" />
        <button class="btn" type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button class="btn primary" type="button" onClick={change}>
          {t('changeThese', entries.length)}
        </button>
      </div>
    </div>
  );
}
