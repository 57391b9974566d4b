import type { Client } from '../catalogue.ts';
import { dayOf } from '../civil.ts';
import type { Id, Instant, Invoice, TimeEntry } from '../entry.ts';
import { currencyDigits } from '../export/cells.ts';
import { amountOf, type Rate, resolveRate } from '../rate.ts';
import type { CatalogueByName } from './catalogue.ts';
import { isYes, moneyOf, nameOf, tagsOf, textOf } from './cell-text.ts';
import type { Span } from './convert.ts';
import { currencySigns } from './headings.ts';
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
  /** Counts the entries whose rate comes from their amount. */
  workedOut: number;
}

const known = new Map<string, string | null>();

/** `EUR`, `Euro - EUR`, `€`; null: no currency. */
function currencyIn(cell: string): string | null {
  const before = known.get(cell);
  if (before !== undefined) return before;
  const text = cell.trim().toUpperCase();
  const code = currencySigns[text] ?? /(?:^|- |\()([A-Z]{3})\)?$/.exec(text)?.[1] ?? null;
  known.set(cell, code);
  return code;
}

/** From round to odd: a rate that people agree on is rounder than what an amount by its hours comes to. */
const STEPS = [1000, 500, 100, 50, 10, 5, 1];
const hour = 3_600_000;

/** The roundest rate that makes the amount of the time; of long entries the nearest there is. */
function rateBehind(amount: number, ms: number, currency: string): number {
  const nearest = (step: number): number => Math.round((amount * hour) / ms / step) * step;
  return nearest(STEPS.find((step) => amountOf({ amount: nearest(step), currency }, ms) === amount) ?? 1);
}

/** The rate a row names itself, or that its amount comes from; null: none. */
function rateOf(row: RawRow, { start, end }: Span, bringing: Bringing): Rate | null {
  const { currency, source } = bringing;
  const used = currencyIn(row.currency ?? '') ?? currency;
  const minor = (value: number): number => Math.round(value * 10 ** currencyDigits(used));
  const value = source === 'ours' && row.rate ? Number(row.rate) : moneyOf(row.rate);
  if (value !== null && value >= 0 && value < 1e9 && (value > 0 || source === 'ours')) {
    return { amount: minor(value), currency: used };
  }
  // a rate of nothing is what others write where there is none
  const amount = moneyOf(row.amount);
  if (amount === null || !(amount > 0 && amount < 1e9) || end - start < 1000) return null;
  bringing.workedOut += 1;
  return { amount: rateBehind(minor(amount), end - start, used), currency: used };
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
  const rate = rateOf(row, span, bringing);
  const marked = row.billable === undefined ? (moneyOf(row.amount) ? true : null) : isYes(row.billable);
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
    ...{ start: span.start, end: span.end, zone: span.zone },
    origin: 'import',
    // our own file says every rate, also that there is none
    rate: rate ?? (source === 'ours' ? null : resolveRate(task, project, client, bringing.defaultRate)),
    created: now,
    changed: now,
    importId,
    ...(invoice ? { invoice } : {}),
  };
}
