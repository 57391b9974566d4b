import type { Id } from '../../lib/domain/entry.ts';
import { useJournal } from '../hooks/useJournal.ts';
import { projectOptions } from '../popup/catalogue-options.ts';
import { choiceOf, NONE } from '../popup/choice-of.ts';
import { Combobox } from '../ui/Combobox.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  /** What no project means here. */
  readonly none: string;
  readonly projectId: Id | null;
  readonly onChoose: (projectId: Id | null) => void;
}

/** One of the projects there are, found by typing, or none. */
export function ProjectChoice({ id, label, none, projectId, onChoose }: Props) {
  const projects = useJournal((reader) => reader.things('project'), []) ?? [];
  const clients = useJournal((reader) => reader.things('client'), []) ?? [];
  const chosen = projects.find((project) => project.id === projectId);
  const offered = (query: string) =>
    projectOptions(query, projects, clients, [], chosen ? [{ id: chosen.id }] : [])
      .filter(({ create }) => create === undefined)
      .map((option) => (option.key === NONE ? { ...option, label: none } : option));
  return (
    <Combobox
      id={id}
      label={label}
      labelHidden
      placeholder={none}
      text={chosen?.name ?? ''}
      colour={chosen?.colour ?? null}
      options={offered}
      onOpen={() => {}}
      onChoose={(option) => {
        const choice = choiceOf(option);
        onChoose(choice && 'id' in choice ? choice.id : null);
      }}
    />
  );
}
