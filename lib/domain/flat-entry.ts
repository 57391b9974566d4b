import type { CatalogueById } from './by-id.ts';
import type { Id, Instant, Invoice, TimeEntry } from './entry.ts';
import { amountOf, type Rate } from './rate.ts';

/** A time entry with names instead of ids: what files hold. An empty name stands for none. */
export interface FlatEntry {
  /** Null where a file gave none. */
  readonly id: Id | null;
  readonly description: string;
  readonly client: string;
  readonly project: string;
  readonly task: string;
  readonly tags: readonly string[];
  readonly billable: boolean;
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: string;
  readonly rate: Rate | null;
  readonly invoice: Invoice | null;
}

/** What a report adds to an entry: milliseconds after rounding, and the amount that follows. */
export interface Shown {
  readonly ms: number;
  readonly amount: number | null;
}

export function flatten(entry: TimeEntry, catalogue: CatalogueById): FlatEntry {
  const project = entry.projectId === null ? undefined : catalogue.project.get(entry.projectId);
  const client = project?.clientId ? catalogue.client.get(project.clientId) : undefined;
  const task = entry.taskId === null ? undefined : catalogue.task.get(entry.taskId);
  return {
    id: entry.id,
    description: entry.description,
    client: client?.name ?? '',
    project: project?.name ?? '',
    task: task?.name ?? '',
    tags: entry.tagIds.flatMap((id) => catalogue.tag.get(id)?.name ?? []),
    billable: entry.billable,
    start: entry.start,
    end: entry.end,
    zone: entry.zone,
    rate: entry.rate,
    invoice: entry.invoice ?? null,
  };
}

/** Minor units of the rate's currency for the exact time; null when it is worth nothing. */
export const exactAmount = ({ billable, rate, start, end }: FlatEntry): number | null =>
  billable && rate ? amountOf(rate, end - start) : null;
