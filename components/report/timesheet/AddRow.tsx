import { useEffect, useState } from 'preact/hooks';
import type { RowWork } from '../../../lib/domain/timesheet.ts';
import type { Choice } from '../../../lib/messaging/commands.ts';
import { t } from '../../../lib/platform/words.ts';
import { TaskField } from '../../popup/fields.tsx';
import { ProjectField } from '../../popup/ProjectField.tsx';
import type { Choices } from '../../popup/useChoices.ts';
import { Icon } from '../../ui/Icon.tsx';

interface Props {
  readonly choices: Choices;
  readonly onAdd: (work: RowWork) => void;
}

const idOf = (choice: Choice | null): string | null => (choice && 'id' in choice ? choice.id : null);

/** "Add row": chooses a project, and a task of it if wanted. The row has no time until some is typed. */
export function AddRow({ choices, onAdd }: Props) {
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <NewRow
        choices={choices}
        onClose={() => setOpen(false)}
        onAdd={(work) => {
          setOpen(false);
          onAdd(work);
        }}
      />
    );
  }
  return (
    <button class="btn" type="button" id="add-row" onClick={() => setOpen(true)}>
      <Icon name="plus" />
      {t('addRow')}
    </button>
  );
}

function NewRow({ choices, onAdd, onClose }: Props & { readonly onClose: () => void }) {
  const [project, setProject] = useState<Choice | null>(null);
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
        onAdd({ projectId: idOf(project), taskId: idOf(task) });
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
