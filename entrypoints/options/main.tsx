import { render } from 'preact';
import { AskToNotify } from '../../components/hooks/useAskToNotify.ts';
import { JournalContext } from '../../components/hooks/useJournal.ts';
import { ShortcutsContext, type ShortcutsOfBrowser } from '../../components/hooks/useShortcuts.ts';
import { OptionsApp } from '../../components/options/OptionsApp.tsx';
import { reportErrors } from '../../lib/messaging/report-errors.ts';
import { askToNotify } from '../../lib/platform/notifications.ts';
import { openShortcuts, shortcutOf } from '../../lib/platform/shortcuts.ts';
import { wordsDirection, wordsLanguage } from '../../lib/platform/words.ts';
import { pageQueries } from '../../lib/storage/page-queries.ts';
import { keepFolder } from '../../lib/transfer/keep-folder.ts';

reportErrors();
document.documentElement.lang = wordsLanguage();
document.documentElement.dir = wordsDirection();
const shortcuts: ShortcutsOfBrowser = {
  read: async () => ({
    open: await shortcutOf('_execute_action'),
    toggle: await shortcutOf('toggle-timer'),
    continueLast: await shortcutOf('continue-last'),
  }),
  change: () => void openShortcuts(),
};
const queries = pageQueries();
const root = document.getElementById('app');
if (root) {
  render(
    <JournalContext.Provider value={queries}>
      <AskToNotify.Provider value={askToNotify}>
        <ShortcutsContext.Provider value={shortcuts}>
          <OptionsApp />
        </ShortcutsContext.Provider>
      </AskToNotify.Provider>
    </JournalContext.Provider>,
    root,
  );
}
keepFolder(() => queries);
