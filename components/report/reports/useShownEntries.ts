import { dayOf } from '../../../lib/domain/civil.ts';
import type { EntryAddress, TimeEntry } from '../../../lib/domain/entry.ts';
import { tallyOf } from '../../../lib/domain/report/report.ts';
import { addFact, emptySum, type Sum } from '../../../lib/domain/report/sum.ts';
import { type Reading, tallyEntries, useReading } from '../../hooks/useReading.ts';
import type { Report } from './useReport.ts';

/** Some entries, where they stand, and what of them the report counts. */
export interface Shown {
  readonly entries: TimeEntry[];
  readonly addresses: EntryAddress[];
  readonly sum: Sum;
}

/** What a report shows, by how it stands with invoices. */
export interface Billing {
  readonly open: Shown;
  readonly invoiced: Shown;
  /** How many of those on no invoice are not billable. */
  readonly notBillable: number;
}

const nothing = (): Shown => ({ entries: [], addresses: [], sum: emptySum() });

export const useShownEntries = (report: Report): Reading<Billing> =>
  useReading(
    async (parts) => {
      const [open, invoiced] = [nothing(), nothing()];
      const seen = new Set<string>();
      const tally = tallyOf(report.scope, null, (fact) => {
        const { entry } = fact;
        if (!entry) return;
        const part = entry.invoice ? invoiced : open;
        addFact(part.sum, fact);
        if (seen.has(entry.id)) return;
        seen.add(entry.id);
        part.entries.push(entry);
        part.addresses.push({ day: dayOf(entry.start, entry.zone), id: entry.id });
      });
      await tallyEntries(parts, report.scope.days, tally);
      return { open, invoiced, notBillable: open.entries.filter(({ billable }) => !billable).length };
    },
    [report],
  );
