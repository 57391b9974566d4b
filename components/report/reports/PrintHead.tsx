import { daysText, longDay } from '../../../lib/domain/report/range-text.ts';
import { t } from '../../../lib/platform/words.ts';
import { rangeWords } from './formats.ts';
import { goneFrom } from './gone.ts';
import { roundingSentence } from './RoundingField.tsx';
import { onPaper, rangeTitle } from './range-words.ts';
import { filterWords } from './scope-words.ts';
import type { Base } from './useBase.ts';
import type { Report } from './useReport.ts';

/** Only on paper: who it is from and for, what it counts, and when it was printed. */
export function PrintHead({ report, base }: { readonly report: Report; readonly base: Base }) {
  const { query, scope } = report;
  const { formats, names, settings, things } = base;
  const gone = goneFrom('client', query.filter, things);
  const there = query.filter.clients.filter((id) => id === null || !gone.includes(id));
  const clients = there.map((id) => names.name('client', id ?? '')).join(', ');
  const filters = filterWords({ ...query.filter, clients: gone }, base);
  const rounding = roundingSentence(scope.rounding);
  const paper = onPaper(formats);
  const days = query.range.kind === 'all' ? rangeWords(daysText(report.shown, paper, 'long')) : '';
  return (
    <header class="print-head">
      <div>
        {settings.ownName && <b dir="auto">{settings.ownName}</b>}
        {clients && <span dir="auto">{t('reportFor', clients)}</span>}
      </div>
      <h1>{rangeTitle(query.range, formats, paper)}</h1>
      <p>{[days, ...filters, rounding, t('printedOn', longDay(formats.today, paper))].filter(Boolean).join(' · ')}</p>
    </header>
  );
}
