import { useEffect } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';
import { useHash } from '../hooks/useHash.ts';
import { ErrorPanel } from '../popup/ErrorPanel.tsx';
import { useUndoKeys } from '../popup/useUndoKeys.ts';
import { usePage } from '../report/usePage.ts';
import { Brand } from '../ui/Brand.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Toast } from '../ui/Toast.tsx';
import { SettingsProvider } from './SettingsProvider.tsx';
import { type Section, sections } from './sections.ts';
import { PageOfOptions } from './usePageOfOptions.ts';

/** The settings: all sections below each other, or one that is a page of its own. */
export function OptionsApp() {
  const hash = useHash();
  const page = usePage();
  useUndoKeys(page.commands);
  const chosen = sections.find(({ id }) => id === hash) ?? sections[0];
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  return (
    <div class="opts">
      <div class="side">
        <nav aria-label={t('settings')}>
          <Brand />
          <ul>
            {sections.map((section) => (
              <Link key={section.id} section={section} current={section === chosen} />
            ))}
          </ul>
        </nav>
      </div>
      <main class="main">
        {!chosen?.alone && <h1>{t('settings')}</h1>}
        <ErrorPanel commands={page.commands} actions={page.actions} running={false} />
        <PageOfOptions.Provider value={page}>
          <SettingsProvider>
            {chosen?.alone ? (
              <chosen.Part />
            ) : (
              sections.map(({ id, Part, alone, Row }) => (alone ? Row && <Row key={id} /> : <Part key={id} />))
            )}
          </SettingsProvider>
        </PageOfOptions.Provider>
      </main>
      <Toast message={page.commands.message} onGone={page.commands.hush} />
    </div>
  );
}

const Link = ({ section, current }: { readonly section: Section; readonly current: boolean }) => (
  <li>
    <a href={`#${section.id}`} aria-current={current ? 'page' : undefined}>
      <Icon name={section.icon} />
      {t(section.title)}
    </a>
  </li>
);
