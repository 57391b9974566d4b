import { useMemo, useRef } from 'preact/hooks';
import { catalogueById } from '../../../lib/domain/by-id.ts';
import type { Things } from '../../../lib/domain/catalogue.ts';
import type { RunningEntry } from '../../../lib/domain/entry.ts';
import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import type { Dimension } from '../../../lib/domain/report/dimension.ts';
import type { ReportScope } from '../../../lib/domain/report/report.ts';
import type { SavedReport } from '../../../lib/domain/saved-report.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import type { DayTotal } from '../../../lib/domain/totals.ts';
import { type JournalReader, useJournal } from '../../hooks/useJournal.ts';
import type { Named } from '../named.ts';
import { type Formats, formatsOf } from './formats.ts';
import { type Names, namesOf } from './names.ts';
import { planOf, readDays } from './report-plan.ts';

/** Totals that were read along with the rest, for one set of choices. */
export interface Primed {
  readonly query: ReportQuery;
  readonly totals: readonly DayTotal[];
}

/** What a report is read with: settings and the names of things, as of one commit. */
export interface Base {
  readonly settings: Settings;
  readonly formats: Formats;
  readonly things: Things;
  /** Whether tasks and tags are among them, as far as the choices ask for them. */
  readonly whole: boolean;
  readonly names: Names;
  readonly scope: Pick<ReportScope, 'weekStartsOn' | 'clientOf'>;
  readonly running: RunningEntry | null;
  readonly saved: readonly SavedReport[];
  /** The same by id, for the form of an entry. */
  readonly named: Named;
  /** Null when totals cannot answer. */
  readonly primed: Primed | null;
}

const asksFor = (query: ReportQuery, dimension: Dimension): boolean =>
  query.rank === dimension || query.group === dimension || query.inner === dimension;
const asksForTasks = (query: ReportQuery): boolean => query.filter.tasks.length > 0 || asksFor(query, 'task');
const asksForTags = (query: ReportQuery): boolean => query.filter.tags.length > 0 || asksFor(query, 'tag');

/** Lists that were opened: their things are read too. */
export interface Wanted {
  readonly task: boolean;
  readonly tag: boolean;
}

/**
 * Tasks and tags are read once something asks for them: most reports do without. The totals of days come along where they
 * are enough, so that a report is drawn at once.
 */
export function useBase(query: ReportQuery, wanted: Wanted): Base | null {
  const now = useRef(query);
  now.current = query;
  const withTasks = wanted.task || asksForTasks(query);
  const withTags = wanted.tag || asksForTags(query);
  const read = useJournal(
    async (reader) => {
      const [settings, running, saved, client, project, task, tag] = await Promise.all([
        reader.settings(),
        reader.running(),
        reader.single('reports'),
        reader.things('client'),
        reader.things('project'),
        withTasks ? reader.things('task') : [],
        withTags ? reader.things('tag') : [],
      ]);
      const formats = formatsOf(settings, Date.now());
      const primed = await prime(reader, now.current, settings, formats);
      const things = { client, project, task, tag };
      return { settings, formats, running, saved, things, withTasks, withTags, primed };
    },
    [withTasks, withTags],
  );
  const known = useMemo(() => read && { ...read, ...derived(read.things, read.formats) }, [read]);
  const whole = (!withTasks || read?.withTasks === true) && (!withTags || read?.withTags === true);
  return useMemo(() => known && { ...known, whole }, [known, whole]);
}

/** A year, and that before it, is some hundred rows; all time is read by itself, when nothing waits for it. */
async function prime(
  reader: JournalReader,
  query: ReportQuery,
  settings: Settings,
  formats: Formats,
): Promise<Primed | null> {
  const plan = planOf(query, settings, formats, noClients);
  if (plan.needsEntries || query.range.kind === 'all') return null;
  const { first, last } = readDays(plan);
  return { query, totals: await reader.totalsBetween(first, last) };
}

const noClients = { clientOf: () => null };

function derived(things: Things, formats: Formats): Pick<Base, 'names' | 'scope' | 'named'> {
  const named = catalogueById(things);
  const scope: Base['scope'] = {
    weekStartsOn: formats.weekStartsOn,
    clientOf: (projectId) => named.project.get(projectId ?? '')?.clientId ?? null,
  };
  return { names: namesOf(named, formats), scope, named };
}
