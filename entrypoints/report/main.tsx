import { render } from 'preact';
import { JournalContext } from '../../components/hooks/useJournal.ts';
import { ReportApp, viewAt } from '../../components/report/ReportApp.tsx';
import { reportErrors } from '../../lib/messaging/report-errors.ts';
import { tell } from '../../lib/messaging/telemetry-client.ts';
import { wordsDirection, wordsLanguage } from '../../lib/platform/words.ts';
import { pageQueries } from '../../lib/storage/page-queries.ts';

reportErrors();
void tell({ type: 'telemetry.happened', event: 'report.viewed' });
document.documentElement.lang = wordsLanguage();
document.documentElement.dir = wordsDirection();
// The view's code is read from disk while the page is put together.
void viewAt(location.hash.slice(1))?.part.read();
const root = document.getElementById('app');
if (root) {
  render(
    <JournalContext.Provider value={pageQueries()}>
      <ReportApp />
    </JournalContext.Provider>,
    root,
  );
}
