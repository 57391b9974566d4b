import type { ComponentChildren } from 'preact';
import { daysOf } from '../../../lib/domain/report/range.ts';
import { moneyLines, type Sum } from '../../../lib/domain/report/sum.ts';
import { t } from '../../../lib/platform/words.ts';
import { amountLines, type Formats } from './formats.ts';
import { differenceText, previousTitle } from './range-words.ts';
import type { Report } from './useReport.ts';

/** Total, billable, amount, and the range before. */
export function KeyFigures({ report, formats }: { readonly report: Report; readonly formats: Formats }) {
  const { sums, before, query } = report;
  const { total } = sums;
  const days = [...sums.perDay.values()].filter((ms) => ms > 0).length;
  const average = days === 0 ? 0 : total.ms / days;
  return (
    <dl class="card kpi num" aria-label={t('totals')}>
      <Figure name={t('total')} lines={[formats.duration(total.ms)]}>
        {days === 1 ? t('onOneDay') : t('aDayOver', formats.duration(average), formats.number(days))}
      </Figure>
      <Figure name={t('billable')} lines={[formats.duration(total.billable)]}>
        {t('ofTheTotal', formats.percent(total.ms === 0 ? 0 : total.billable / total.ms))}
      </Figure>
      <Figure name={t('amount')} lines={amountLines(total, formats)}>
        {averageRate(total, formats)}
      </Figure>
      {before !== null && (
        <Figure
          name={previousTitle(query.range, daysOf(query.range, formats), formats)}
          lines={[formats.duration(before.ms)]}
        >
          {differenceText(query.range, total.ms, before.ms, formats)}
        </Figure>
      )}
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  /** One a currency; none: there is nothing to say. */
  readonly lines: readonly string[];
  readonly children: ComponentChildren;
}

const Figure = ({ name, lines, children }: FigureProps) => (
  <div>
    <dt>{name}</dt>
    <dd class={lines.length > 1 ? 'several' : undefined}>
      {lines.length === 0 ? '–' : lines.map((line) => <span key={line}>{line}</span>)}
      <small>{children}</small>
    </dd>
  </div>
);

function averageRate(total: Sum, { money }: Formats): string {
  const [line, more] = moneyLines(total);
  if (!line || line.ms === 0) return '';
  if (more) return t('notAddedTogether');
  return t('anHourOnAverage', money(Math.round((line.amount * 3_600_000) / line.ms), line.currency));
}
