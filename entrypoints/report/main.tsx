import { render } from 'preact';
import { JournalContext } from '../../components/hooks/useJournal.ts';
import { ReportApp, viewAt } from '../../components/report/ReportApp.tsx';
import { reportErrors } from '../../lib/messaging/report-errors.ts';
import { tell } from '../../lib/messaging/telemetry-client.ts';
import { wordsDirection, wordsLanguage } from '../../lib/platform/words.ts';
import { pageQueries } from '../../lib/storage/page-queries.ts';
import { keepFolder } from '../../lib/transfer/keep-folder.ts';

/** Milliseconds. */
const AFTER_DRAWN = 500;

reportErrors();
document.documentElement.lang = wordsLanguage();
document.documentElement.dir = wordsDirection();
// The view's code is read from disk while the page is put together.
void viewAt(location.hash.slice(1))?.part.read();
const queries = pageQueries();
const root = document.getElementById('app');
if (root) {
  render(
    <JournalContext.Provider value={queries}>
      <ReportApp />
    </JournalContext.Provider>,
    root,
  );
}
// Waking the worker must not be in the way of what the person waits for.
setTimeout(() => void tell({ type: 'telemetry.happened', event: 'report.viewed' }), AFTER_DRAWN);
keepFolder(() => queries);
