import { type Details, detailTally } from '../../../lib/domain/report/details.ts';
import { type Reading, tallyEntries, useReading } from '../../hooks/useReading.ts';
import type { Report } from './useReport.ts';

/** What is open: every group, or those whose path is listed. */
export interface Opened {
  readonly all: boolean;
  /** Paths, see `pathOf`: opened ones, or closed ones when all are open. */
  readonly except: ReadonlySet<string>;
}

export const nothingOpen: Opened = { all: false, except: new Set() };

/** Groups of the second kind stay closed when all are opened: their entries are opened one by one. */
export const isOpen = ({ all, except }: Opened, path: string): boolean =>
  except.has(path) !== (all && !path.includes('\u0000'));

export function toggledAt({ all, except }: Opened, path: string): Opened {
  const next = new Set(except);
  if (!next.delete(path)) next.add(path);
  return { all, except: next };
}

/** The lines below the groups that are open, read from the entries. */
export function useDetails(report: Report, opened: Opened): Reading<Details> {
  const { scope, query } = report;
  const anything = opened.all || opened.except.size > 0;
  return useReading<Details>(
    anything
      ? async (parts) => {
          const { group, inner } = query;
          const tally = detailTally({ ...scope, group, inner, isOpen: (path) => isOpen(opened, path) });
          await tallyEntries(parts, scope.days, tally);
          return tally.sums;
        }
      : null,
    [report, opened],
  );
}
