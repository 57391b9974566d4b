import { exactAmount, type FlatEntry, flatten } from '../../../lib/domain/flat-entry.ts';
import type { Choices, Prepared } from '../../../lib/transfer/prepare.ts';
import { FileProblem } from '../../../lib/transfer/problem.ts';
import { lookAt, memoryJournal } from './journal.ts';

const timeAt = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: instant % 60_000 === 0 ? 'minute' : instant % 1000 === 0 ? 'second' : 'millisecond' })
    .replace('T', ' ');

function entryText(entry: FlatEntry): string {
  const { start, end, zone, client, project, task, tags, description, rate, billable, invoice } = entry;
  const from = timeAt(start, zone);
  const to = timeAt(end, zone);
  const amount = exactAmount(entry);
  return [
    `${from} > ${to.startsWith(from.slice(0, 10)) ? to.slice(11) : to}`,
    description.replaceAll('\n', '⏎'),
    [client, project, task].filter(Boolean).join('/') || '-',
    tags.map((tag) => `#${tag}`).join(' '),
    billable ? 'billable' : '',
    rate ? `${rate.amount / 100} ${rate.currency}` : '',
    amount === null ? '' : `= ${amount / 100}`,
    invoice ? `invoiced ${invoice.number}${invoice.paid ? ' paid' : ''}`.trim() : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What an import would create, and which lines it could not read, a line each; what is wrong with a file as a whole. */
export async function told(content: string | Blob, chosen: Partial<Choices> = {}): Promise<string[]> {
  try {
    return toldOf(await lookAt(memoryJournal(), content, chosen));
  } catch (problem) {
    if (problem instanceof FileProblem) return [problem.reason];
    throw problem;
  }
}

function toldOf({ made, pages, bad }: Prepared): string[] {
  const byId = <T extends { readonly id: string }>(things: readonly T[]) => new Map(things.map((it) => [it.id, it]));
  const names = {
    ...{ client: byId(made.client), project: byId(made.project), task: byId(made.task), tag: byId(made.tag) },
  };
  const entries = [...pages.values()].flat().map((entry) => entryText(flatten(entry, names)));
  return [...entries, ...bad.map(({ line, reason }) => `line ${line}: ${reason}`)];
}
