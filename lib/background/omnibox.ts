import type { Work } from '../domain/entry.ts';
import type { Favourite } from '../domain/favourite.ts';
import { type RecentWork, suggest } from '../domain/suggestions.ts';
import { browser } from '../platform/browser.ts';
import { onWake } from '../platform/wakes.ts';
import { t } from '../platform/words.ts';
import { readValues } from '../storage/copy/values.ts';
import type { MenuActions } from './context-menu.ts';
import { readRunning } from './running-in-copy.ts';

/** The word that stops the timer, in every language: it is typed without seeing a translation. */
const STOP = 'stop';

/** Chromium reads a suggestion as XML, Firefox as it stands. */
const shown = (text: string): string =>
  import.meta.env.FIREFOX ? text : text.replace(/[<>&"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** What matches the text typed so far: pinned work first, then recent. Read from the second copy, without the database. */
async function matching(text: string): Promise<readonly Work[]> {
  const values = await readValues(['favourites', 'recent']);
  const favourites = (values.get('favourites') ?? []) as readonly Favourite[];
  const recent = (values.get('recent') ?? []) as readonly RecentWork[];
  const pinned = favourites.map((favourite) => ({ ...favourite, lastUsed: 0 }));
  const found =
    text.trim() === '' ? [...pinned, ...recent].slice(0, 6) : [...suggest(pinned, text), ...suggest(recent, text)];
  return [...new Map(found.map((work) => [work.description, work])).values()].filter(({ description }) => description);
}

async function firstLine(text: string): Promise<string> {
  const running = await readRunning();
  if (text.trim().toLowerCase() === STOP) return running ? t('omniboxStop') : t('refused_nothingRunning');
  return text.trim() === '' ? t('omniboxHint') : t('omniboxStart', text.trim());
}

/** `tt` and a description in the address bar starts a timer; `tt stop` stops it. */
export function onOmnibox({ start, stop }: MenuActions): void {
  const { omnibox } = browser;
  onWake('omniboxStarted', () => omnibox.setDefaultSuggestion({ description: shown(t('omniboxHint')) }));
  onWake('omniboxChanged', (text, offer) => {
    void firstLine(text).then((line) => omnibox.setDefaultSuggestion({ description: shown(line) }));
    void matching(text).then((works) =>
      offer(works.map(({ description }) => ({ content: description, description: shown(description) }))),
    );
  });
  onWake('omniboxEntered', (text) => {
    if (text.trim().toLowerCase() === STOP) void stop();
    else if (text.trim()) void start(text.trim());
  });
}
