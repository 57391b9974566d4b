import { refuse } from '../domain/refusal.ts';
import type { SavedReport } from '../domain/saved-report.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Handler } from './context.ts';

/** As many as one menu shows. */
const MOST = 100;

export const saveReport: Handler<CommandOf<'report.save'>> = async (reader, { id, name, query }, context) => {
  const before = await reader.single('reports');
  const known = before.find((report) => report.id === id);
  if (id !== null && !known) return refuse('reportGone');
  if (!known && before.length >= MOST) return refuse('tooManyReports');
  const report: SavedReport = { id: known?.id ?? context.newId(), name, query };
  const after = known ? before.map((other) => (other === known ? report : other)) : [...before, report];
  return { changes: [{ kind: 'reports', before, after }], result: {} };
};

export const removeReport: Handler<CommandOf<'report.remove'>> = async (reader, { id }) => {
  const before = await reader.single('reports');
  const after = before.filter((report) => report.id !== id);
  if (after.length === before.length) return refuse('reportGone');
  return { changes: [{ kind: 'reports', before, after }], result: {} };
};
