import type { RefusalReason } from '../domain/refusal.ts';
import { NewerSchema } from '../storage/migrations.ts';

/** Names of a problem and of what caused it: Dexie wraps the browser's own. */
function namesOf(problem: unknown): string[] {
  const names: string[] = [];
  for (let at = problem; typeof at === 'object' && at !== null && names.length < 5; ) {
    if ('name' in at) names.push(String(at.name));
    at = 'inner' in at ? at.inner : null;
  }
  return names;
}

const unreadable = [
  'OpenFailedError',
  'MissingAPIError',
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'NotFoundError',
];

/** What to say of a journal that could not be opened or written; null when the problem is a bug of ours. */
export function storageRefusal(problem: unknown): RefusalReason | null {
  if (problem instanceof NewerSchema) return 'dataNewer';
  const names = namesOf(problem);
  if (names.includes('VersionError')) return 'dataNewer';
  if (names.includes('QuotaExceededError')) return 'diskFull';
  if (names.some((name) => unreadable.includes(name))) return 'dataUnreadable';
  return names.some((name) => name.endsWith('Error') && name !== 'TypeError' && name !== 'Error') ? 'notSaved' : null;
}
