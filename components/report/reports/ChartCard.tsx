import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Day } from '../../../lib/domain/entry.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { BarChart } from './BarChart.tsx';
import { ChartTable } from './ChartTable.tsx';
import type { Formats } from './formats.ts';
import type { Names } from './names.ts';
import { rangeTitle } from './range-words.ts';
import { FEW_BARS, seriesOf } from './series.ts';
import type { Report } from './useReport.ts';

interface Props {
  /** Remembered: bars, or their numbers. */
  readonly asTable: boolean;
  readonly onAsTable: (asTable: boolean) => void;
  readonly report: Report;
  readonly names: Names;
  readonly formats: Formats;
  readonly onPiece: (key: string) => void;
  readonly onBar: (key: Day) => void;
  /** The ranking beside it, below it when there are many bars. */
  readonly children: ComponentChildren;
}

const headings: Readonly<Record<Report['period'], Word>> = {
  day: 'hoursPerDay',
  week: 'hoursPerWeek',
  month: 'hoursPerMonth',
  quarter: 'hoursPerMonth',
  year: 'hoursPerYear',
};

/** The bars, or the same numbers as a table. */
export function ChartCard({ asTable, onAsTable, report, names, formats, onPiece, onBar, children }: Props) {
  const { sums, shown, period, pieces, query } = report;
  const series = useMemo(() => seriesOf(sums.bars, shown, period, formats.weekStartsOn), [report]);
  const heading = t(headings[period]);
  const by = pieces === 'client' ? 'chartByClient' : 'chartByProject';
  const title = t(by, heading, rangeTitle(query.range, formats));
  const shared = { series, period, pieces, names, formats, title, onBar };
  return (
    <div class={series.bars.length > FEW_BARS ? 'cols many' : 'cols'}>
      <section class="card" aria-labelledby="hours">
        <div class="card-h bare">
          <h2 id="hours">{heading}</h2>
          <button class="btn sm" type="button" aria-pressed={asTable} onClick={() => onAsTable(!asTable)}>
            {t('showAsTable')}
          </button>
        </div>
        {asTable ? <ChartTable {...shared} /> : <BarChart {...shared} onPiece={onPiece} />}
      </section>
      {children}
    </div>
  );
}
