import type { Choice } from '../../lib/messaging/commands.ts';
import { t } from '../../lib/platform/words.ts';
import { Combobox } from '../ui/Combobox.tsx';
import type { Asked } from '../ui/open-list.ts';
import { choiceOf } from './choice-of.ts';
import { later } from './parts.ts';
import { type Choices, nameOf } from './useChoices.ts';

export interface FieldProps {
  readonly id: string;
  readonly choices: Choices;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
}

interface ProjectProps extends FieldProps {
  readonly label?: string;
  readonly placeholder?: string;
  readonly labelHidden?: boolean;
  readonly asked?: Asked | null;
  readonly onEscape?: (typed: string) => void;
}

export const listOf = (choice: Choice | null): readonly Choice[] => (choice ? [choice] : []);

export function ProjectField({ choices, choice, onChoose, label, placeholder, ...rest }: ProjectProps) {
  const { project, client, recentProjects, read } = choices;
  const more = later.usePart();
  return (
    <Combobox
      {...rest}
      label={label ?? t('project')}
      placeholder={placeholder ?? t('noProject')}
      text={nameOf(choice, project)}
      colour={project.find(({ id }) => choice && 'id' in choice && id === choice.id)?.colour ?? null}
      options={(query) => more?.projectOptions(query, project, client, recentProjects, listOf(choice)) ?? []}
      onOpen={() => read('project', 'client')}
      onChoose={(option) => onChoose(choiceOf(option))}
    />
  );
}
