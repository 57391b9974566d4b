import type { Id } from '../../../lib/domain/entry.ts';
import { t } from '../../../lib/platform/words.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import { projectOptions } from '../../popup/catalogue-options.ts';
import { choiceOf } from '../../popup/choice-of.ts';
import { Combobox } from '../../ui/Combobox.tsx';

interface Props {
  readonly id: string;
  readonly projectId: Id | null;
  readonly onChoose: (projectId: Id | null) => void;
}

/** One of the projects there are, or none. */
export function DefaultProject({ id, projectId, onChoose }: Props) {
  const projects = useJournal((reader) => reader.things('project'), []) ?? [];
  const clients = useJournal((reader) => reader.things('client'), []) ?? [];
  const chosen = projects.find((project) => project.id === projectId);
  const offered = (query: string) =>
    projectOptions(query, projects, clients, [], chosen ? [{ id: chosen.id }] : []).filter(
      ({ create }) => create === undefined,
    );
  return (
    <Combobox
      id={id}
      label={t('defaultProject')}
      labelHidden
      placeholder={t('noProject')}
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
