import type { Day, Id } from '../entry.ts';
import type { Rounding } from '../settings.ts';
import { type Dimension, dimensions } from './dimension.ts';
import { type Billed, noFilter, type ReportFilter, type TagMode } from './filter.ts';
import { periods, type RangeChoice } from './range.ts';

export const ranks = ['project', 'client', 'task', 'tag'] as const;
export type Rank = (typeof ranks)[number];
export const sortColumns = ['name', 'time', 'billable', 'amount'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  readonly by: SortColumn;
  readonly descending: boolean;
}

/** Everything a person chose on the report; it stands in the page's address. */
export interface ReportQuery {
  readonly range: RangeChoice;
  readonly filter: ReportFilter;
  /** Null: as the settings say. */
  readonly rounding: Rounding | null;
  readonly group: Dimension;
  readonly inner: Dimension | null;
  readonly rank: Rank;
  /** Null: time from the most, and days from the first. */
  readonly sort: Sort | null;
}

export const defaultQuery: ReportQuery = {
  range: { kind: 'week', day: null },
  filter: noFilter,
  rounding: null,
  group: 'project',
  inner: 'description',
  rank: 'project',
  sort: null,
};

const WITHOUT = 'none';

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | null =>
  all.find((one) => one === text) ?? null;

const dayIn = (text: string | null): Day | null => {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
};

const listIn = (text: string | null): readonly string[] => (text ? text.split(',').filter(Boolean) : []);
const idsIn = (text: string | null): readonly (Id | null)[] => listIn(text).map((id) => (id === WITHOUT ? null : id));
const withIds = (ids: readonly (Id | null)[]): string => ids.map((id) => id ?? WITHOUT).join(',');

const readRange = (given: URLSearchParams): RangeChoice => {
  const kind = given.get('range');
  if (kind === 'all') return { kind };
  const first = dayIn(given.get('from'));
  const last = dayIn(given.get('to'));
  if (kind === 'custom' && first !== null && last !== null && first <= last) return { kind, first, last };
  return { kind: oneOf(periods, kind) ?? 'week', day: dayIn(given.get('day')) };
};

const billedIn = (text: string | null): readonly Billed[] =>
  listIn(text).flatMap((one) => oneOf<Billed>(['open', 'invoiced', 'paid'], one) ?? []);

const readFilter = (given: URLSearchParams): ReportFilter => ({
  clients: idsIn(given.get('client')),
  projects: idsIn(given.get('project')),
  tasks: idsIn(given.get('task')),
  tags: idsIn(given.get('tag')),
  tagMode: oneOf<TagMode>(['any', 'all', 'none'], given.get('tags')) ?? 'any',
  billable: given.get('billable') === null ? null : given.get('billable') === 'yes',
  billed: billedIn(given.get('invoice')),
  text: given.get('text') ?? '',
});

const readRounding = (text: string | null): Rounding | null => {
  const [, minutes, mode] = /^(\d+)(up|down|nearest)$/.exec(text ?? '') ?? [];
  const known = ([0, 1, 5, 6, 10, 15, 30, 60] as const).find((one) => String(one) === minutes);
  const way = oneOf<Rounding['mode']>(['up', 'down', 'nearest'], mode ?? null);
  return known === undefined || way === null ? null : { minutes: known, mode: way };
};

const readSort = (text: string | null): Sort | null => {
  const by = oneOf(sortColumns, text?.replace(/^-/, '') ?? null);
  return by === null ? null : { by, descending: text?.startsWith('-') ?? false };
};

/** What an address asks for; what it does not say, or says wrongly, is as it is by default. */
export const readQuery = (given: URLSearchParams): ReportQuery => {
  const [group, inner] = listIn(given.get('group'));
  const first = oneOf(dimensions, group ?? null);
  const second = oneOf(dimensions, inner ?? null);
  return {
    range: readRange(given),
    filter: readFilter(given),
    rounding: readRounding(given.get('round')),
    group: first ?? defaultQuery.group,
    inner: first === null ? defaultQuery.inner : second === first ? null : second,
    rank: oneOf(ranks, given.get('rank')) ?? defaultQuery.rank,
    sort: readSort(given.get('sort')),
  };
};

const rangeParts = (range: RangeChoice): Record<string, string> => {
  if (range.kind === 'all') return { range: 'all' };
  if (range.kind === 'custom') return { range: 'custom', from: range.first, to: range.last };
  return { range: range.kind, day: range.day ?? '' };
};

/** The address of a query, without what is so by default: `range=month&client=…`. */
export const writeQuery = ({ range, filter, rounding, group, inner, rank, sort }: ReportQuery): string => {
  const usual = group === defaultQuery.group && inner === defaultQuery.inner;
  const parts: Record<string, string> = {
    ...rangeParts(range),
    client: withIds(filter.clients),
    project: withIds(filter.projects),
    task: withIds(filter.tasks),
    tag: withIds(filter.tags),
    tags: filter.tagMode === 'any' ? '' : filter.tagMode,
    billable: filter.billable === null ? '' : filter.billable ? 'yes' : 'no',
    invoice: filter.billed.join(','),
    text: filter.text,
    round: rounding === null ? '' : `${rounding.minutes}${rounding.mode}`,
    group: usual ? '' : [group, ...(inner === null ? [] : [inner])].join(','),
    rank: rank === defaultQuery.rank ? '' : rank,
    sort: sort === null ? '' : `${sort.descending ? '-' : ''}${sort.by}`,
  };
  const given = Object.entries(parts).filter(([, value]) => value !== '');
  return new URLSearchParams(given).toString().replaceAll('%2C', ',');
};
