import { useEffect } from 'preact/hooks';
import { ClientField, TagsField, TaskField } from './fields.tsx';
import type { Choices } from './useChoices.ts';
import { creates, type WorkDraft } from './work-draft.ts';

interface Props {
  readonly choices: Choices;
  readonly draft: WorkDraft;
  readonly onChange: (change: Partial<WorkDraft>) => void;
}

/** What most entries do without: task, tags, and the client of a project that is being created. */
export function MoreFields({ choices, draft, onChange }: Props) {
  const { read } = choices;
  useEffect(() => read('task', 'tag'), []);
  return (
    <div class="more" id="more">
      {creates(draft.project) && (
        <ClientField id="client" choices={choices} choice={draft.client} onChoose={(client) => onChange({ client })} />
      )}
      <TaskField
        id="task"
        choices={choices}
        project={draft.project}
        choice={draft.task}
        onChoose={(task) => onChange({ task })}
      />
      <TagsField id="tags" choices={choices} chosen={draft.tags} onChoose={(tags) => onChange({ tags })} />
    </div>
  );
}
