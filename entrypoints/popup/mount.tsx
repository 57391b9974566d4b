import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRecently } from '../../components/hooks/useRecently.ts';
import { PopupApp } from '../../components/popup/PopupApp.tsx';
import type { Place, PopupActions, PopupData, Shortcuts } from '../../components/popup/types.ts';
import { showAs } from '../../components/shown-as.ts';
import { defaultSettings } from '../../lib/domain/settings.ts';
import { send } from '../../lib/messaging/client.ts';
import { currentDay, now } from '../../lib/platform/clock.ts';
import { isPopup } from '../../lib/platform/place.ts';
import { shortcutOf } from '../../lib/platform/shortcuts.ts';
import { panelOpener } from '../../lib/platform/side-panel.ts';
import { wordsDirection, wordsLanguage } from '../../lib/platform/words.ts';
import { popupQueries } from '../../lib/storage/copy/popup-queries.ts';

const queries = popupQueries(currentDay);
const actions: PopupActions = { send, catalogue: queries.catalogue };

const loading: PopupData = {
  status: 'loading',
  running: null,
  paused: null,
  favourites: [],
  pages: [],
  projects: new Map(),
  clients: new Map(),
  away: null,
  pomodoro: null,
  notice: null,
  lastBackup: null,
  settings: defaultSettings,
  recent: [],
};

/** The popup's content, where it stands. */
function Popup({ isPanel }: { readonly isPanel: boolean }) {
  const recently = useRecently(queries);
  const data = useMemo<PopupData>(() => {
    if (recently) showAs(recently.settings);
    return recently ? { status: 'ready', ...recently } : loading;
  }, [recently]);
  const [shortcuts, setShortcuts] = useState<Shortcuts>({ open: null, toggle: null });
  const [openPanel, setOpenPanel] = useState<Place['openPanel']>(null);
  useEffect(() => {
    const read = async (): Promise<void> =>
      setShortcuts({ open: await shortcutOf('_execute_action'), toggle: await shortcutOf('toggle-timer') });
    void read();
    if (!isPanel) void panelOpener().then((open) => setOpenPanel(() => open));
  }, []);
  const place = { isPanel, openPanel };
  return <PopupApp data={data} actions={actions} now={now} place={place} shortcuts={shortcuts} />;
}

export function mountPopup(isPanel: boolean): void {
  document.documentElement.lang = wordsLanguage();
  document.documentElement.dir = wordsDirection();
  if (isPanel) document.documentElement.dataset['place'] = 'panel';
  else if (!isPopup()) document.documentElement.dataset['place'] = 'tab';
  const root = document.getElementById('app');
  // The shell has been painted by now; what is drawn stands where it stood.
  root?.replaceChildren();
  if (root) render(<Popup isPanel={isPanel} />, root);
}
