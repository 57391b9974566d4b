import { useMemo, useState } from 'preact/hooks';
import type { Project, Task } from '../../../lib/domain/catalogue.ts';
import { t } from '../../../lib/platform/words.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { usePageOfOptions } from '../usePageOfOptions.ts';
import type { Opened } from './dialogs.ts';
import { byName, commonItems } from './table-parts.tsx';

interface Props {
  readonly project: Project;
  readonly onOpen: (opened: Opened) => void;
  readonly onClose: () => void;
}

/** The tasks of one project: made, ticked off when done, changed. */
export function TasksDialog({ project, onOpen, onClose }: Props) {
  const tasks = useJournal(
    async (reader) => (await reader.things('task')).filter(({ projectId }) => projectId === project.id),
    [project.id],
  );
  const ordered = useMemo(() => {
    const compare = byName();
    return (tasks ?? []).toSorted((a, b) => Number(a.done) - Number(b.done) || compare(a.name, b.name));
  }, [tasks]);
  const title = t('tasksOfProject', project.name);
  return (
    <Dialog label={title} onClose={onClose}>
      <h2 class="dialog-h">{title}</h2>
      <NewTask project={project} />
      {tasks?.length === 0 && <p class="nothing">{t('noTasksYet')}</p>}
      <ul class="tasks" aria-label={title}>
        {ordered.map((task) => (
          <TaskRow key={task.id} task={task} onOpen={onOpen} />
        ))}
      </ul>
      <div class="bar end">
        <button class="btn" type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  );
}

function NewTask({ project }: { readonly project: Project }) {
  const { commands } = usePageOfOptions();
  const [name, setName] = useState('');
  return (
    <form
      class="row new-task"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        void commands.run({ type: 'task.create', projectId: project.id, fields: { name } }, () => setName(''));
      }}
    >
      <input
        class="in grow"
        type="text"
        dir="auto"
        aria-label={t('newTask')}
        placeholder={t('newTask')}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button class="btn" type="submit">
        {t('add')}
      </button>
    </form>
  );
}

function TaskRow({ task, onOpen }: { readonly task: Task; readonly onOpen: Props['onOpen'] }) {
  const { commands } = usePageOfOptions();
  const tick = (done: boolean) => void commands.run({ type: 'task.update', id: task.id, changes: { done } });
  return (
    <li class="row">
      <label class={task.done ? 'row grow done' : 'row grow'}>
        <input
          class="check"
          type="checkbox"
          checked={task.done}
          onChange={({ currentTarget }) => tick(currentTarget.checked)}
        />
        <span class="cut" dir="auto">
          {task.name}
        </span>
      </label>
      <MenuButton
        label={t('moreFor', task.name)}
        items={[
          { label: t('editThing'), run: () => onOpen({ show: 'task', task }) },
          ...commonItems({ kind: 'task', ...task, archived: false }, commands, onOpen),
        ]}
      />
    </li>
  );
}
