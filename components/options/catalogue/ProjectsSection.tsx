import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { ClientsTable } from './ClientsTable.tsx';
import type { Opened } from './dialogs.ts';
import { OpenedDialog } from './OpenedDialog.tsx';
import { ProjectsTable } from './ProjectsTable.tsx';
import { TagsTable } from './TagsTable.tsx';
import { useCatalogue } from './useCatalogue.ts';

type Shown = 'projects' | 'clients' | 'tags';

/** Clients, projects, tasks and tags: found, made, changed, merged and deleted. */
export function ProjectsSection() {
  const catalogue = useCatalogue();
  const [shown, setShown] = useState<Shown>('projects');
  const [query, setQuery] = useState('');
  const [archived, setArchived] = useState(false);
  const [opened, open] = useState<Opened | null>(null);
  const shared = { query, archived, onOpen: open };
  return (
    <section class="sec" id="projects" aria-labelledby="projects-heading">
      <div class="row sec-h">
        <h2 id="projects-heading" class="grow">
          {t('projectsAndClients')}
        </h2>
        <NewButton name={t('newClient')} onClick={() => open({ show: 'client', client: null })} />
        <NewButton name={t('newProject')} onClick={() => open({ show: 'project', project: null })} />
        {shown === 'tags' && <NewButton name={t('newTag')} onClick={() => open({ show: 'tag', tag: null })} />}
      </div>
      <div class="card clip">
        <div class="card-h tools">
          <Segmented
            name="catalogue"
            legend={t('show')}
            value={shown}
            options={[
              { value: 'projects', label: t('projects') },
              { value: 'clients', label: t('clients') },
              { value: 'tags', label: t('tags') },
            ]}
            onChange={setShown}
          />
          <input
            class="in grow"
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
          <label class="row">
            <input
              class="check"
              type="checkbox"
              checked={archived}
              onChange={({ currentTarget }) => setArchived(currentTarget.checked)}
            />
            {t('showArchived')}
          </label>
        </div>
        {catalogue && shown === 'projects' && <ProjectsTable {...shared} catalogue={catalogue} />}
        {catalogue && shown === 'clients' && <ClientsTable {...shared} catalogue={catalogue} />}
        {shown === 'tags' && <TagsTable {...shared} />}
      </div>
      {opened && catalogue && (
        <OpenedDialog opened={opened} catalogue={catalogue} onOpen={open} onClose={() => open(null)} />
      )}
    </section>
  );
}

const NewButton = ({ name, onClick }: { readonly name: string; readonly onClick: () => void }) => (
  <button class="btn sm" type="button" onClick={onClick}>
    <Icon name="plus" />
    {name}
  </button>
);
