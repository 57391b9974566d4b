import type { CatalogueKind, CatalogueThings, Client, Project, Tag, Task } from '../lib/domain/catalogue.ts';
import { addDays, startOfDay } from '../lib/domain/civil.ts';
import type { Day, Instant, TimeEntry, Work } from '../lib/domain/entry.ts';
import { below, pick, pickSkewed, type Random, uuidAt } from './random.ts';

const YEARS = 10;
const ZONE = 'Europe/Berlin';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ENTRIES_OF_A_LIGHT_DAY = 5;

const VERBS = ['Review', 'Fix', 'Plan', 'Draft', 'Test', 'Discuss', 'Deploy', 'Measure', 'Rewrite', 'Answer', 'Design'];
const THINGS = ['login', 'invoices', 'audit log', 'product grid', 'refund queue', 'newsletter', 'search', 'onboarding'];
const ENDS = [
  '',
  ' with the team',
  ' for release',
  ', second round',
  ' after feedback',
  ' for the board',
  ' on phones',
];
const NAMES = [
  'Harbor',
  'Larkfield',
  'Osei',
  'Northgate',
  'Willow',
  'Kestrel',
  'Amber',
  'Quarry',
  'Solberg',
  'Tamarind',
];
const KINDS = ['Supply', 'Press', 'Clinic', 'Studio', 'Foundation', 'Logistics', 'School', 'Labs'];

export type Catalogue = { readonly [K in CatalogueKind]: readonly CatalogueThings[K][] };

/** How much there is of each kind, for a heavy decade and for somebody's first weeks. */
const counts = (entries: number): Record<CatalogueKind, number> =>
  entries >= 10_000
    ? { client: 200, project: 5000, task: 10_000, tag: 20_000 }
    : { client: 3, project: 10, task: 20, tag: 8 };

/** The days that have entries, oldest first, up to today: ten years, or fewer when there are few entries. */
export function daysOf(entries: number, today: Day): Day[] {
  const days = Math.min(Math.ceil(entries / ENTRIES_OF_A_LIGHT_DAY), Math.round(YEARS * 365.25));
  return Array.from({ length: days }, (_, i) => addDays(today, i - days + 1));
}

export function makeCatalogue(random: Random, entries: number, since: Instant): Catalogue {
  const many = counts(entries);
  const named = (number: number, name: string) => {
    const id = uuidAt(random, since + number);
    return { id, number, name, created: since, changed: since };
  };
  const make = <T>(count: number, one: (number: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => one(i + 1));
  const rate = () => ({ amount: 4000 + 500 * below(random, 20), currency: pick(random, ['EUR', 'EUR', 'USD']) });
  const client = make(many.client, (number): Client => {
    return {
      ...named(number, `${pick(random, NAMES)} ${pick(random, KINDS)} ${number}`),
      notes: '',
      rate: rate(),
      archived: false,
    };
  });
  const project = make(many.project, (number): Project => {
    const name = `${pick(random, THINGS)} ${pick(random, KINDS)} ${number}`;
    const common = {
      notes: '',
      code: null,
      estimate: null,
      colour: 1 + below(random, 12),
      billable: random() < 0.7,
      rate: null,
      archived: random() < 0.3,
    };
    return { ...named(number, name), clientId: pick(random, client).id, ...common };
  });
  const task = make(many.task, (number): Task => {
    const owner = pick(random, project).id;
    return { ...named(number, `${pick(random, VERBS)} ${number}`), projectId: owner, rate: null, done: random() < 0.5 };
  });
  const tag = make(many.tag, (number): Tag => ({ ...named(number, `tag ${number}`), archived: false }));
  return { client, project, task, tag };
}

function makeWork(random: Random, { project, task, tag }: Catalogue): Work {
  const chosen = random() < 0.95 ? pickSkewed(random, project) : null;
  const tasks = chosen && random() < 0.3 ? task.filter(({ projectId }) => projectId === chosen.id) : [];
  return {
    description:
      `${pick(random, VERBS)} ${pick(random, THINGS)}${pick(random, ENDS)} ${below(random, 20) || ''}`.trim(),
    projectId: chosen?.id ?? null,
    taskId: tasks[0]?.id ?? null,
    tagIds: random() < 0.4 ? [pickSkewed(random, tag).id] : [],
    billable: chosen?.billable ?? false,
  };
}

/** Works that come up again and again, as they do. */
export const makeWorks = (random: Random, catalogue: Catalogue, entries: number): Work[] =>
  Array.from({ length: Math.min(5000, Math.ceil(entries / 3)) }, () => makeWork(random, catalogue));

/**
 * One day's entries, one after the other with small gaps: from 8:00 on over nine hours; today from midnight until now.
 * @param firstNumber number of the first of them
 */
export function makeDay(
  random: Random,
  { day, count, firstNumber, now }: { day: Day; count: number; firstNumber: number; now: Instant },
  { catalogue, works }: { catalogue: Catalogue; works: readonly Work[] },
): TimeEntry[] {
  const midnight = startOfDay(day, ZONE);
  const isToday = now - midnight < 24 * HOUR;
  const span = isToday ? Math.max(now - midnight - MINUTE, count * 2) : 9 * HOUR;
  const each = span / count;
  const rates = new Map(catalogue.client.map(({ id, rate }) => [id, rate]));
  const projects = new Map(catalogue.project.map((project) => [project.id, project]));
  return Array.from({ length: count }, (_, i) => {
    const start = Math.round(midnight + (isToday ? 0 : 8 * HOUR) + i * each);
    const end = Math.round(start + each * (0.6 + 0.4 * random()));
    const work = pickSkewed(random, works);
    const clientId = work.projectId ? projects.get(work.projectId)?.clientId : null;
    const rate = (clientId ? rates.get(clientId) : null) ?? null;
    const number = firstNumber + i;
    const made = { origin: 'timer', rate, created: start, changed: end } as const;
    return { id: uuidAt(random, start), number, ...work, start, end, zone: ZONE, ...made };
  });
}

/** The civil day that now is where the entries were tracked. */
export const todayOf = (now: Instant): Day =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate().toString();
