import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRecently } from '../../components/hooks/useRecently.ts';
import { PopupApp } from '../../components/popup/PopupApp.tsx';
import { lately } from '../../components/popup/parts.ts';
import type { Place, PopupActions, PopupData, Shortcuts } from '../../components/popup/types.ts';
import { showAs } from '../../components/shown-as.ts';
import { defaultSettings } from '../../lib/domain/settings.ts';
import { send } from '../../lib/messaging/client.ts';
import { now } from '../../lib/platform/clock.ts';
import { isPopup } from '../../lib/platform/place.ts';
import { shortcutOf } from '../../lib/platform/shortcuts.ts';
import { panelOpener } from '../../lib/platform/side-panel.ts';
import { wordsDirection, wordsLanguage } from '../../lib/platform/words.ts';
import { readSnapshot } from '../../lib/storage/copy/snapshot.ts';
import type { Recently } from '../../lib/storage/queries.ts';
import { queries } from './queries.ts';

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
interface Props {
  readonly isPanel: boolean;
  /** What was prepared to be shown first. */
  readonly first: Recently | null;
}

function Popup({ isPanel, first }: Props) {
  const recently = useRecently(queries, first);
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

/** Milliseconds; a form without entries is better than none. */
const PATIENCE = 150;
const patience = (): Promise<null> => new Promise((settle) => setTimeout(() => settle(null), PATIENCE));

/** What the first picture needs, read at once; the picture is drawn in one go. */
async function readFirst(): Promise<Recently | null> {
  const [snapshot] = await Promise.all([readSnapshot(), lately.read()]);
  return snapshot;
}
const readingFirst = readFirst().catch(() => null);

export async function mountPopup(isPanel: boolean): Promise<void> {
  document.documentElement.lang = wordsLanguage();
  document.documentElement.dir = wordsDirection();
  if (isPanel) document.documentElement.dataset['place'] = 'panel';
  else if (!isPopup()) document.documentElement.dataset['place'] = 'tab';
  const first = await Promise.race([readingFirst, patience()]);
  const root = document.getElementById('app');
  // The shell has been painted by now; what is drawn stands where it stood.
  root?.replaceChildren();
  if (root) render(<Popup isPanel={isPanel} first={first} />, root);
}
