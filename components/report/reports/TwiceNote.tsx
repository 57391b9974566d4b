import { dayOf } from '../../../lib/domain/civil.ts';
import { shortDay } from '../../../lib/domain/report/range-text.ts';
import { t } from '../../../lib/platform/words.ts';
import { descriptionInName } from '../../words-of-time.ts';
import type { Formats } from './formats.ts';
import type { Report } from './useReport.ts';

const NAMED = 100;

/** By tag the rows are more than the total: how much, and which entries stand under several. */
export function TwiceNote({ report, formats }: { readonly report: Report; readonly formats: Formats }) {
  const { twice, total } = report.sums;
  const entries = [...twice.entries.values()];
  if (entries.length === 0) return null;
  const rows = formats.duration(total.ms + twice.sum.ms);
  const more = formats.duration(twice.sum.ms);
  return (
    <details class="twice">
      <summary>
        {entries.length === 1
          ? t('oneStandsTwice', rows, more)
          : t('someStandTwice', rows, more, formats.number(entries.length))}
      </summary>
      <ul>
        {entries.slice(0, NAMED).map(({ id, description, start, zone }) => (
          <li key={id}>
            {shortDay(dayOf(start, zone), formats)}, <span dir="auto">{descriptionInName(description)}</span>
          </li>
        ))}
        {entries.length > NAMED && <li>{t('moreLines', formats.number(entries.length - NAMED))}</li>}
      </ul>
    </details>
  );
}
