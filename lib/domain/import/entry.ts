import type { Client } from '../catalogue.ts';
import { dayOf } from '../civil.ts';
import type { Id, Instant, Invoice, TimeEntry } from '../entry.ts';
import { currencyDigits } from '../export/cells.ts';
import { type Rate, resolveRate } from '../rate.ts';
import type { CatalogueByName } from './catalogue.ts';
import { isYes, moneyOf, nameOf, tagsOf, textOf } from './cell-text.ts';
import type { Span } from './convert.ts';
import type { RawRow } from './raw.ts';
import type { Source } from './source.ts';

/** What the entries of one import have in common. */
export interface Bringing {
  readonly source: Source;
  readonly importId: Id;
  readonly now: Instant;
  readonly catalogue: CatalogueByName;
  readonly clients: ReadonlyMap<Id, Client>;
  readonly defaultRate: Rate | null;
  /** Of money columns that name none. */
  readonly currency: string;
}

const known = new Map<string, boolean>();
const isCurrency = (code: string): boolean => {
  const before = known.get(code);
  if (before !== undefined) return before;
  const is = /^[A-Z]{3}$/.test(code);
  known.set(code, is);
  return is;
};

/** The rate a row names itself; null: none. */
function rateOf(row: RawRow, { currency, source }: Bringing): Rate | null {
  const value = source === 'ours' && row.rate ? Number(row.rate) : moneyOf(row.rate);
  // a rate of nothing is what others write where there is none
  if (value === null || !(value > 0 || source === 'ours') || !(value >= 0 && value < 1e9)) return null;
  const named = row.currency?.trim().toUpperCase() ?? '';
  const used = isCurrency(named) ? named : currency;
  return { amount: Math.round(value * 10 ** currencyDigits(used)), currency: used };
}

const iso = /^\d{4}-\d{2}-\d{2}$/;

function invoiceOf(row: RawRow, span: Span, source: Source): Invoice | null {
  const number = nameOf(row.invoiceNumber, source);
  const paid = isYes(row.paid);
  const day = row.invoiceDate?.trim() ?? '';
  if (number === '' && !paid && !isYes(row.invoiced) && day === '') return null;
  const dated = iso.test(day) ? day : dayOf(span.end, span.zone);
  return { number, day: dated, paid, locked: source === 'ours' ? isYes(row.locked) : true };
}

/** The entry a row stands for; things that are missing are made in the catalogue. */
export function entryOf(row: RawRow, span: Span, identity: { id: Id; number: number }, bringing: Bringing): TimeEntry {
  const { source, catalogue, clients, now, importId } = bringing;
  const marked = row.billable === undefined ? null : isYes(row.billable);
  const whose = row.client === undefined ? null : nameOf(row.client, source);
  const project = catalogue.project(nameOf(row.project, source), whose, marked ?? false);
  const task = catalogue.task(nameOf(row.task, source), project);
  const client = project?.clientId ? (clients.get(project.clientId) ?? null) : null;
  const invoice = invoiceOf(row, span, source);
  return {
    ...identity,
    description: textOf(row.description, source),
    projectId: project?.id ?? null,
    taskId: task?.id ?? null,
    tagIds: tagsOf(row.tags, source).map((tag) => catalogue.tag(tag).id),
    billable: marked ?? project?.billable ?? false,
    ...span,
    origin: 'import',
    // our own file says every rate, also that there is none
    rate:
      rateOf(row, bringing) ?? (source === 'ours' ? null : resolveRate(task, project, client, bringing.defaultRate)),
    created: now,
    changed: now,
    importId,
    ...(invoice ? { invoice } : {}),
  };
}
