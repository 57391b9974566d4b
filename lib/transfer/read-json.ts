import { harmless, joinTags, plainMoney } from '../domain/export/cells.ts';
import { ENTRIES_FORMAT, ENTRIES_VERSION } from '../domain/export/entries-json.ts';
import type { RawRow } from '../domain/import/raw.ts';
import { FileProblem } from './problem.ts';
import type { BadLine, ReadFile } from './read-csv.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const yes = (value: unknown): string => (value === true ? 'yes' : 'no');

/** An entry of our JSON as the row of our CSV that says the same. */
function rowOf(entry: Fields, line: number): RawRow {
  const rate = isFields(entry['rate']) ? entry['rate'] : null;
  const invoice = isFields(entry['invoice']) ? entry['invoice'] : null;
  const currency = text(rate?.['currency']);
  const tags = Array.isArray(entry['tags']) ? entry['tags'].map(text) : [];
  return {
    line,
    id: text(entry['id']),
    description: harmless(text(entry['description'])),
    client: harmless(text(entry['client'])),
    project: harmless(text(entry['project'])),
    task: harmless(text(entry['task'])),
    tags: harmless(joinTags(tags)),
    billable: yes(entry['billable']),
    start: text(entry['start']),
    end: text(entry['end']),
    zone: text(entry['zone']),
    rate: /^[A-Z]{3}$/.test(currency) ? plainMoney(Number(rate?.['amount']), currency) : '',
    currency,
    invoiceNumber: harmless(text(invoice?.['number'])),
    invoiceDate: text(invoice?.['day']),
    paid: yes(invoice?.['paid']),
    locked: yes(invoice?.['locked']),
  };
}

/** Reads our own JSON of entries. @throws {FileProblem} for any other JSON */
export function readEntriesJson(name: string, json: string): ReadFile {
  const file = parsed(json);
  if (!isFields(file)) throw new FileProblem('notReadable');
  if (file['format'] === 'timetracker') throw new FileProblem('isBackup');
  if (file['format'] !== ENTRIES_FORMAT || !Array.isArray(file['entries'])) throw new FileProblem('notReadable');
  if (Number(file['version']) > ENTRIES_VERSION) throw new FileProblem('newer', String(file['version']));
  const bad: BadLine[] = [];
  const rows = file['entries'].flatMap((entry: unknown, i) => {
    if (isFields(entry)) return rowOf(entry, i + 1);
    bad.push({ line: i + 1, reason: 'halfLine' });
    return [];
  });
  if (rows.length === 0) throw new FileProblem('noRows');
  return {
    ...{
      name,
      source: 'ours',
      headings: [],
      columns: {},
      samples: [],
      rows,
      bad,
      users: [],
      currency: null,
      encoding: null,
    },
    ...{ order: { order: 'ymd', examples: [] }, needsZone: false, placed: false, unit: 'hours' },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new FileProblem('damaged');
  }
}
