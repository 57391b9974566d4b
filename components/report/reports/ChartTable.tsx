import type { Day } from '../../../lib/domain/entry.ts';
import type { Period } from '../../../lib/domain/report/range.ts';
import { barText, monthText, shortDay } from '../../../lib/domain/report/range-text.ts';
import { t } from '../../../lib/platform/words.ts';
import type { Formats } from './formats.ts';
import type { Names } from './names.ts';
import { OTHER, type Series } from './series.ts';

interface Props {
  readonly series: Series;
  readonly period: Period;
  readonly pieces: 'project' | 'client';
  readonly names: Names;
  readonly formats: Formats;
  readonly title: string;
  readonly onBar: (key: Day) => void;
}

const heads = { day: 'day', week: 'week', month: 'month', quarter: 'rangeQuarter', year: 'rangeYear' } as const;

export const rowName = (key: Day, period: Period, formats: Formats): string => {
  if (period === 'day') return shortDay(key, formats);
  return period === 'month' ? monthText(key, formats) : barText(key, period, formats);
};

/** The numbers of the bars: what the chart shows, for everyone who reads better than they see. */
export function ChartTable({ series, period, pieces, names, formats, title, onBar }: Props) {
  const { bars, keys, others } = series;
  const nameOf = (key: string): string => (key === OTHER ? t('otherCount', others) : names.name(pieces, key));
  const dash = (ms: number): string => (ms === 0 ? '–' : formats.duration(ms));
  return (
    <div class="x-scroll">
      <table class="tbl chart-table">
        <caption class="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(heads[period])}</th>
            {keys.map((key) => (
              <th key={key} scope="col" class="r" dir="auto">
                {nameOf(key)}
              </th>
            ))}
            <th scope="col" class="r">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">
                <button class="pick" type="button" onClick={() => onBar(bar.key)}>
                  {rowName(bar.key, period, formats)}
                </button>
              </th>
              {keys.map((key) => (
                <td key={key} class="r num muted">
                  {dash(bar.pieces.find((piece) => piece.key === key)?.ms ?? 0)}
                </td>
              ))}
              <td class="r num">{dash(bar.ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
