import type { Id, TimeEntry } from '../entry.ts';
import { fold } from '../fold.ts';

/** How an entry stands with invoices. */
export type Billed = 'open' | 'invoiced' | 'paid';
export type TagMode = 'any' | 'all' | 'none';

/** What a report leaves in. A list that is empty leaves everything in; null in one: entries without. */
export interface ReportFilter {
  readonly clients: readonly (Id | null)[];
  readonly projects: readonly (Id | null)[];
  readonly tasks: readonly (Id | null)[];
  readonly tags: readonly (Id | null)[];
  /** Whether an entry needs one of the tags, every one, or none. */
  readonly tagMode: TagMode;
  readonly billable: boolean | null;
  readonly billed: readonly Billed[];
  /** Every word of it is in the description, whatever the case and the accents. */
  readonly text: string;
}

export const noFilter: ReportFilter = {
  clients: [],
  projects: [],
  tasks: [],
  tags: [],
  tagMode: 'any',
  billable: null,
  billed: [],
  text: '',
};

export const isFiltered = (filter: ReportFilter): boolean =>
  filter.billable !== null || filter.text.trim() !== '' || lists.some((list) => filter[list].length > 0);

const lists = ['clients', 'projects', 'tasks', 'tags', 'billed'] as const;

/** Whether a filter asks what only entries know, not the totals of days. */
export const filterNeedsEntries = ({ tasks, tags, billed, text }: ReportFilter): boolean =>
  tasks.length > 0 || tags.length > 0 || billed.length > 0 || text.trim() !== '';

/** The client of a project; null for none, and for no project. */
export type ClientOf = (projectId: Id | null) => Id | null;

export const billedOf = ({ invoice }: TimeEntry): Billed => {
  if (!invoice) return 'open';
  return invoice.paid ? 'paid' : 'invoiced';
};

export interface Matcher {
  /** Whether time of a project and billing is left in, as far as that says. */
  readonly row: (row: { readonly projectId: Id | null; readonly billable: boolean }) => boolean;
  readonly entry: (entry: TimeEntry) => boolean;
}

/** A filter made ready to be asked of very many entries. */
export const matcherOf = (filter: ReportFilter, clientOf: ClientOf): Matcher => {
  const clients = setOf(filter.clients);
  const projects = setOf(filter.projects);
  const tasks = setOf(filter.tasks);
  const billed = setOf(filter.billed);
  const hasText = textMatcher(filter.text);
  const hasTags = tagMatcher(filter);
  const row: Matcher['row'] = ({ projectId, billable }) =>
    (filter.billable === null || billable === filter.billable) &&
    (projects === null || projects.has(projectId)) &&
    (clients === null || clients.has(clientOf(projectId)));
  const entry: Matcher['entry'] = (one) =>
    row(one) &&
    (tasks === null || tasks.has(one.taskId)) &&
    (billed === null || billed.has(billedOf(one))) &&
    hasTags(one.tagIds) &&
    hasText(one.description);
  return { row, entry };
};

const setOf = <T>(list: readonly T[]): ReadonlySet<T> | null => (list.length === 0 ? null : new Set(list));

const tagMatcher = ({ tags, tagMode }: ReportFilter): ((tagIds: readonly Id[]) => boolean) => {
  if (tags.length === 0) return () => true;
  const has = (tagIds: readonly Id[], tag: Id | null) => (tag === null ? tagIds.length === 0 : tagIds.includes(tag));
  if (tagMode === 'all') return (tagIds) => tags.every((tag) => has(tagIds, tag));
  return (tagIds) => tags.some((tag) => has(tagIds, tag)) === (tagMode === 'any');
};

/** Descriptions come up again and again: each is folded and compared once. */
const textMatcher = (text: string): ((description: string) => boolean) => {
  const words = fold(text.trim()).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  const known = new Map<string, boolean>();
  return (description) => {
    const before = known.get(description);
    if (before !== undefined) return before;
    const folded = fold(description);
    const found = words.every((word) => folded.includes(word));
    known.set(description, found);
    return found;
  };
};
