import { useState } from 'preact/hooks';
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
  const [opened, setOpened] = useState(false);
  const chosen = useJournal(async (reader) => projectId && reader.thing('project', projectId), [projectId]) || null;
  // Thousands of them are not read before somebody looks at them.
  const lists = useJournal(
    async (reader) => opened && { projects: await reader.things('project'), clients: await reader.things('client') },
    [opened],
  );
  const offered = (query: string) =>
    projectOptions(
      query,
      lists ? lists.projects : [],
      lists ? lists.clients : [],
      [],
      chosen ? [{ id: chosen.id }] : [],
    )
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
      onOpen={() => setOpened(true)}
      onChoose={(option) => {
        const choice = choiceOf(option);
        onChoose(choice && 'id' in choice ? choice.id : null);
      }}
    />
  );
}
