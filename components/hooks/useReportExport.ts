import type { Days } from '../../lib/domain/days.ts';
import type { Id, TimeEntry } from '../../lib/domain/entry.ts';
import { flatten, type Shown } from '../../lib/domain/flat-entry.ts';
import { type ReportScope, tallyOf } from '../../lib/domain/report/report.ts';
import { tallyEntries } from '../../lib/storage/report-reading.ts';
import { saveEntries, type Wanted } from './saveEntries.ts';
import { transfer } from './transfer.ts';
import { useJournalQueries } from './useJournal.ts';

export interface ReportExport {
  readonly format: Wanted['format'];
  readonly scope: ReportScope;
  /** Null: everything. */
  readonly days: Days | null;
  readonly filters: readonly string[];
  /** Empty: exact. */
  readonly rounding: string;
}

const forever = new AbortController().signal;

/** Gives what a report shows as a file, oldest entry first. */
export function useReportExport() {
  const queries = useJournalQueries();
  return async ({ format, scope, days, filters, rounding }: ReportExport) => {
    const found = new Map<Id, TimeEntry>();
    const shown = new Map<Id, Shown>();
    const tally = tallyOf(scope, null, ({ entry, ms, amount, currency }) => {
      if (!entry) return;
      found.set(entry.id, entry);
      const before = shown.get(entry.id) ?? { ms: 0, amount: currency === null ? null : 0 };
      shown.set(entry.id, {
        ms: before.ms + ms,
        amount: before.amount === null ? null : before.amount + amount,
      });
    });
    await tallyEntries({ queries, signal: forever, onProgress: () => undefined }, scope.days, tally);
    const { readCatalogue } = await transfer.read();
    const catalogue = await queries.read(readCatalogue);
    const entries = [...found.values()].sort((a, b) => a.start - b.start).map((entry) => flatten(entry, catalogue));
    return saveEntries(queries, {
      format,
      entries: [entries],
      count: entries.length,
      range: days && { from: days.first, to: days.last },
      filters,
      rounding: rounding || null,
      shown: rounding === '' ? null : ({ id }) => shown.get(id ?? '') ?? { ms: 0, amount: null },
    });
  };
}
