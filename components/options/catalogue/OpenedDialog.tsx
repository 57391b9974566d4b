import { ClientDialog } from './ClientDialog.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import type { Opened } from './dialogs.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { ProjectDialog } from './ProjectDialog.tsx';
import { TagDialog } from './TagDialog.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { TasksDialog } from './TasksDialog.tsx';
import type { Catalogue } from './useCatalogue.ts';

interface Props {
  readonly opened: Opened;
  readonly catalogue: Catalogue;
  readonly onOpen: (opened: Opened) => void;
  readonly onClose: () => void;
}

export function OpenedDialog({ opened, catalogue, onOpen, onClose }: Props) {
  switch (opened.show) {
    case 'project':
      return <ProjectDialog project={opened.project} catalogue={catalogue} onClose={onClose} />;
    case 'client':
      return <ClientDialog client={opened.client} onClose={onClose} />;
    case 'tag':
      return <TagDialog tag={opened.tag} onClose={onClose} />;
    case 'tasks':
      return <TasksDialog project={opened.project} onOpen={onOpen} onClose={onClose} />;
    case 'task':
      return <TaskDialog task={opened.task} onClose={onClose} />;
    case 'merge':
      return <MergeDialog thing={opened.thing} catalogue={catalogue} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog thing={opened.thing} catalogue={catalogue} onClose={onClose} />;
  }
}
