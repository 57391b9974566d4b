import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';
import { useHash } from '../hooks/useHash.ts';
import { useJournal } from '../hooks/useJournal.ts';
import { ErrorPanel } from '../popup/ErrorPanel.tsx';
import { useUndoKeys } from '../popup/useUndoKeys.ts';
import { showAs } from '../shown-as.ts';
import { Brand } from '../ui/Brand.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Toast } from '../ui/Toast.tsx';
import { parseAddress } from './address.ts';
import { RunningBar } from './RunningBar.tsx';
import { usePage } from './usePage.ts';
import { search, type View, type ViewProps, views } from './views.ts';

/** The view that an address asks for; the last one when it asks for none. */
export const viewAt = (hash: string): View | undefined =>
  [...views, search].find((view) => view.id === parseAddress(hash).id) ?? views.at(-1);

/** Calendar, timesheet and reports below one bar. */
export function ReportApp() {
  const hash = useHash();
  const { query } = parseAddress(hash);
  const page = usePage();
  useUndoKeys(page.commands);
  const settings = useJournal((reader) => reader.settings(), []);
  if (settings) showAs(settings);
  const chosen = viewAt(hash);
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
        <RunningBar commands={page.commands} />
        <a
          class="icon"
          href="#search"
          aria-label={t('searchEntries')}
          title={t('searchEntries')}
          aria-current={chosen === search ? 'page' : undefined}
        >
          <Icon name="search" />
        </a>
        <a class="icon" href="options.html" aria-label={t('settings')}>
          <Icon name="sliders" />
        </a>
      </header>
      <main>
        <ErrorPanel commands={page.commands} actions={page.actions} running={false} />
        {chosen && <Shown key={chosen.id} view={chosen} query={query} page={page} />}
      </main>
      <Toast message={page.commands.message} onGone={page.commands.hush} />
    </div>
  );
}

/** Drawn in the same frame in which its code is there. */
function Shown({ view: { part }, ...props }: ViewProps & { readonly view: View }) {
  const [there, setThere] = useState(part.there);
  useLayoutEffect(() => {
    if (!there) void part.read().then(setThere);
  }, []);
  return there && <there.View {...props} />;
}
