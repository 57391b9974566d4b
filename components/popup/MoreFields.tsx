import { useEffect } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { ClientField, TagsField, TaskField } from './fields.tsx';
import type { Choices } from './useChoices.ts';
import { creates, type WorkDraft } from './work-draft.ts';

interface Props {
  readonly choices: Choices;
  readonly draft: WorkDraft;
  readonly onChange: (change: Partial<WorkDraft>) => void;
}

export const FoldButton = ({ open, onToggle }: { readonly open: boolean; readonly onToggle: () => void }) => (
  <button class="fold" type="button" aria-expanded={open} aria-controls="more" onClick={onToggle}>
    {t('taskAndTags')}
    <Icon name="down" />
  </button>
);

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
