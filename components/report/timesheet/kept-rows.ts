import type { RowWork } from '../../../lib/domain/timesheet.ts';
import { rowKey } from '../../../lib/domain/timesheet.ts';

const SEPARATOR = '.';

/** Rows without time that a person wants to see, as the address has them. */
export const readRows = (text: string | null): RowWork[] =>
  (text ?? '')
    .split(SEPARATOR)
    .filter((key) => key.includes('~'))
    .map((key) => {
      const [project, task] = key.split('~', 2);
      return { projectId: project || null, taskId: task || null };
    });

export const writeRows = (rows: readonly RowWork[]): string | null =>
  rows.length === 0 ? null : [...new Set(rows.map(rowKey))].join(SEPARATOR);
