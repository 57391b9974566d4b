import type { Id } from '../../../lib/domain/entry.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import { plainOptions, projectOptions } from '../../popup/catalogue-options.ts';
import { choiceOf } from '../../popup/choice-of.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import type { AnyThing } from './dialogs.ts';
import type { Catalogue } from './useCatalogue.ts';

/** Another thing of the same kind. */
export interface Other {
  readonly id: Id;
  readonly name: string;
}

interface Props {
  readonly thing: AnyThing;
  readonly catalogue: Catalogue;
  readonly label: string;
  readonly other: Other | null;
  /** Null is offered too, where nothing can be chosen. */
  readonly orNothing: boolean;
  readonly onChoose: (other: Other | null) => void;
}

const nothing: Readonly<Record<AnyThing['kind'], Word>> = {
  client: 'noClient',
  project: 'noProject',
  task: 'noTask',
  tag: 'noTag',
};

/** Which other thing takes the place of one. */
export function OtherChoice({ thing, catalogue, label, other, orNothing, onChoose }: Props) {
  const { kind, id } = thing;
  const more = useJournal(async (reader) => (kind === 'task' || kind === 'tag' ? reader.things(kind) : []), [kind]);
  const sameProject = (one: object): boolean => !('projectId' in one) || one.projectId === thing.projectId;
  const all: readonly Other[] =
    kind === 'project' ? catalogue.projects : kind === 'client' ? catalogue.clients : (more ?? []).filter(sameProject);
  const others = all.filter((one) => one.id !== id);
  const chosen = other ? [{ id: other.id }] : [];
  const options = (query: string) =>
    kind === 'project'
      ? projectOptions(
          query,
          catalogue.projects.filter((one) => one.id !== id),
          catalogue.clients,
          [],
          chosen,
        )
      : plainOptions(query, others, chosen, { none: nothing[kind], create: 'createTag' });
  return (
    <Combobox
      id="thing-other"
      label={label}
      placeholder={orNothing ? t(nothing[kind]) : t('chooseOne')}
      text={other?.name ?? ''}
      options={(query) =>
        options(query).filter(({ create, key }) => create === undefined && (orNothing || key !== 'none'))
      }
      onOpen={() => {}}
      onChoose={(option) => {
        const choice = choiceOf(option);
        onChoose(choice && 'id' in choice ? { id: choice.id, name: option.label } : null);
      }}
    />
  );
}
