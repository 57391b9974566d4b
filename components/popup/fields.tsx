import type { ComponentChildren } from 'preact';
import type { Choice } from '../../lib/messaging/commands.ts';
import { t } from '../../lib/platform/words.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Option } from '../ui/Listbox.tsx';
import { plainOptions } from './catalogue-options.ts';
import { choiceOf } from './choice-of.ts';
import { type FieldProps, listOf } from './ProjectField.tsx';
import { type Choices, nameOf } from './useChoices.ts';
import { keyOf } from './work-draft.ts';

export function ClientField({ id, choices, choice, onChoose }: FieldProps) {
  const open = choices.client.filter((client) => !client.archived);
  return (
    <Combobox
      id={id}
      label={t('client')}
      placeholder={t('noClient')}
      text={nameOf(choice, choices.client)}
      options={(query) => plainOptions(query, open, listOf(choice), { none: 'noClient', create: 'createClient' })}
      onOpen={() => choices.read('client')}
      onChoose={(option) => onChoose(choiceOf(option))}
    />
  );
}

interface TaskProps extends FieldProps {
  readonly project: Choice | null;
}

export function TaskField({ id, choices, project, choice, onChoose }: TaskProps) {
  const projectId = project && 'id' in project ? project.id : null;
  const tasks = choices.task.filter((task) => task.projectId === projectId && !task.done);
  return (
    <Combobox
      id={id}
      label={t('task')}
      placeholder={project ? t('noTask') : t('taskNeedsProject')}
      disabled={project === null}
      text={nameOf(choice, choices.task)}
      options={(query) => plainOptions(query, tasks, listOf(choice), { none: 'noTask', create: 'createTask' })}
      onOpen={() => choices.read('task')}
      onChoose={(option) => onChoose(choiceOf(option))}
    />
  );
}

interface TagsProps {
  readonly id: string;
  readonly label?: string;
  readonly choices: Choices;
  readonly chosen: readonly Choice[];
  readonly onChoose: (tags: readonly Choice[]) => void;
}

export function TagsField({ id, label, choices, chosen, onChoose }: TagsProps) {
  const open = choices.tag.filter((tag) => !tag.archived);
  const without = (key: string) => chosen.filter((tag) => keyOf(tag) !== key);
  const toggle = (option: Option) => {
    const tag = choiceOf(option);
    if (!tag) return;
    const rest = without(keyOf(tag));
    onChoose(rest.length < chosen.length ? rest : [...chosen, tag]);
  };
  const chips = chosen.map((tag) => (
    <Chip key={keyOf(tag)} name={nameOf(tag, choices.tag)} onRemove={() => onChoose(without(keyOf(tag)))} />
  ));
  return (
    <Combobox
      id={id}
      label={label ?? t('tags')}
      placeholder={t('addTag')}
      text=""
      chips={chips}
      options={(query) => plainOptions(query, open, chosen, { create: 'createTag' })}
      onOpen={() => choices.read('tag')}
      onChoose={toggle}
      onBackspace={() => onChoose(chosen.slice(0, -1))}
    />
  );
}

const Chip = ({ name, onRemove }: { name: string; onRemove: () => void }): ComponentChildren => (
  <span class="tag">
    <span class="trunc" dir="auto">
      {name}
    </span>
    <button type="button" aria-label={t('removeTag', name)} onClick={onRemove}>
      <Icon name="cross" />
    </button>
  </span>
);
