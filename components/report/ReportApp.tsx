import { t } from '../../lib/platform/words.ts';
import { useHash } from '../hooks/useHash.ts';
import { Brand } from '../ui/Brand.tsx';
import { Icon } from '../ui/Icon.tsx';
import { RunningBar } from './RunningBar.tsx';
import { views } from './views.ts';

/** `#reports?range=week` as the view's id and its choices. */
function parse(hash: string): { readonly id: string; readonly query: URLSearchParams } {
  const [id = '', query = ''] = hash.split('?', 2);
  return { id, query: new URLSearchParams(query) };
}

/** Calendar, timesheet and reports below one bar. */
export function ReportApp() {
  const { id, query } = parse(useHash());
  const chosen = views.find((view) => view.id === id) ?? views.at(-1);
  return (
    <div class="rep">
      <header class="top">
        <Brand />
        <nav aria-label={t('views')}>
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <a href={`#${view.id}`} aria-current={view === chosen ? 'page' : undefined}>
                  {t(view.title)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <span class="grow" />
        <RunningBar />
        <a class="icon" href="options.html" aria-label={t('settings')}>
          <Icon name="sliders" />
        </a>
      </header>
      <main>{chosen && <chosen.Part query={query} />}</main>
    </div>
  );
}
