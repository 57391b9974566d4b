import { browser } from '../platform/browser.ts';
import { onWake } from '../platform/wakes.ts';
import { t } from '../platform/words.ts';

export interface MenuActions {
  /** Starts a timer with this description. */
  readonly start: (description: string) => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

const SELECTION = 'start-selection';
const TITLE = 'start-title';
const STOP = 'stop';
/** A description is at most so long; a whole page can be selected. */
const LONGEST = 500;

/** Makes the menu anew; to be called when the extension was installed or updated, and when the browser starts. */
export async function makeMenu(): Promise<void> {
  const { contextMenus } = browser;
  await contextMenus.removeAll();
  contextMenus.create({ id: SELECTION, title: t('menuStartSelection', '%s'), contexts: ['selection'] });
  contextMenus.create({ id: TITLE, title: t('menuStartTitle'), contexts: ['page'] });
  contextMenus.create({ id: STOP, title: t('stopTimer'), contexts: ['page', 'action'] });
}

/** The click itself lets the title of that one tab be read (activeTab); no page is looked at otherwise. */
export function onMenu({ start, stop }: MenuActions): void {
  onWake('menu', ({ item, selection, title }) => {
    const text = item === SELECTION ? selection : item === TITLE ? title : undefined;
    if (item === STOP) void stop();
    else if (text?.trim()) void start(text.trim().slice(0, LONGEST));
  });
}
