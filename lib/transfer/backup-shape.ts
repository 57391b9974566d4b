import type { CatalogueKind, CatalogueThings } from '../domain/catalogue.ts';
import type { RunningEntry, TimeEntry } from '../domain/entry.ts';
import { isZone } from '../domain/import/convert.ts';

/** Values out of a file, that may be anything. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (value: unknown): boolean => typeof value === 'string' && uuid.test(value);
const isIdOrNull = (value: unknown): boolean => value === null || isId(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 10_000;
const isNumber = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const LATEST = Date.UTC(2101, 0, 1);
const LONGEST = 366 * 86_400_000;
const isInstant = (value: unknown): boolean => isNumber(value) && Number(value) < LATEST;

const isRate = (value: unknown): boolean =>
  value === null || (isFields(value) && isNumber(value['amount']) && /^[A-Z]{3}$/.test(String(value['currency'])));

const isInvoice = (value: unknown): boolean =>
  value === undefined ||
  (isFields(value) && isText(value['number']) && /^\d{4}-\d{2}-\d{2}$/.test(String(value['day'])));

function isTracked(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  const { id, number, description, projectId, taskId, tagIds, billable, start, zone, rate } = value;
  return (
    isId(id) &&
    isNumber(number) &&
    isText(description) &&
    isIdOrNull(projectId) &&
    isIdOrNull(taskId) &&
    Array.isArray(tagIds) &&
    tagIds.every(isId) &&
    typeof billable === 'boolean' &&
    isInstant(start) &&
    typeof zone === 'string' &&
    isZone(zone) &&
    isRate(rate)
  );
}

export function isEntry(value: unknown): value is TimeEntry {
  if (!isTracked(value)) return false;
  const { start, end, invoice } = value;
  return isInstant(end) && Number(end) >= Number(start) && Number(end) - Number(start) <= LONGEST && isInvoice(invoice);
}

export const isRunning = (value: unknown): value is RunningEntry => isTracked(value) && value['end'] === null;

export function isThing<K extends CatalogueKind>(kind: K, value: unknown): value is CatalogueThings[K] {
  if (!isFields(value) || !isId(value['id']) || !isNumber(value['number']) || !isText(value['name'])) return false;
  if (kind === 'project') return isIdOrNull(value['clientId']) && isNumber(value['colour']) && isRate(value['rate']);
  if (kind === 'task') return isId(value['projectId']) && isRate(value['rate']);
  return kind === 'tag' || isRate(value['rate']);
}
