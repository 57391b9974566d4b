import { useEffect, useState } from 'preact/hooks';
import type { Choice } from '../../../lib/messaging/commands.ts';
import { t } from '../../../lib/platform/words.ts';
import { ClientField, TaskField } from '../../popup/fields.tsx';
import { ProjectField } from '../../popup/ProjectField.tsx';
import type { Choices } from '../../popup/useChoices.ts';
import { creates } from '../../popup/work-draft.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { ChosenRow } from './make-row.ts';

interface Props {
  readonly choices: Choices;
  /** `then` follows once the row is there. */
  readonly onAdd: (row: ChosenRow, then: () => void) => void;
}

/** "Add row": chooses or names a project, and a task of it if wanted. The row has no time until some is typed. */
export function AddRow({ choices, onAdd }: Props) {
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <NewRow choices={choices} onClose={() => setOpen(false)} onAdd={(row) => onAdd(row, () => setOpen(false))} />
    );
  }
  return (
    <button class="btn" type="button" id="add-row" onClick={() => setOpen(true)}>
      <Icon name="plus" />
      {t('addRow')}
    </button>
  );
}

interface NewProps extends Pick<Props, 'choices'> {
  readonly onAdd: (row: ChosenRow) => void;
  readonly onClose: () => void;
}

function NewRow({ choices, onAdd, onClose }: NewProps) {
  const [project, setProject] = useState<Choice | null>(null);
  const [client, setClient] = useState<Choice | null>(null);
  const [task, setTask] = useState<Choice | null>(null);
  useEffect(() => {
    choices.read('project', 'client', 'task');
    document.getElementById('row-project')?.focus();
  }, []);
  return (
    <form
      class="new-row"
      aria-label={t('newRow')}
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ project, client: creates(project) ? client : null, task });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        onClose();
        requestAnimationFrame(() => document.getElementById('add-row')?.focus());
      }}
    >
      <ProjectField
        id="row-project"
        choices={choices}
        choice={project}
        onChoose={(choice) => {
          setProject(choice);
          setTask(null);
        }}
      />
      {creates(project) && <ClientField id="row-client" choices={choices} choice={client} onChoose={setClient} />}
      <TaskField id="row-task" choices={choices} project={project} choice={task} onChoose={setTask} />
      <button class="btn primary" type="submit">
        {t('addRow')}
      </button>
      <button class="btn" type="button" onClick={onClose}>
        {t('cancel')}
      </button>
    </form>
  );
}
