import { useMemo } from 'preact/hooks';
import type { Client, Project } from '../../../lib/domain/catalogue.ts';
import type { Id } from '../../../lib/domain/entry.ts';
import { type TrackedOf, trackedByProject } from '../../../lib/domain/estimate.ts';
import { useJournal } from '../../hooks/useJournal.ts';

export interface Catalogue {
  readonly projects: readonly Project[];
  readonly clients: readonly Client[];
  readonly clientOf: ReadonlyMap<Id, Client>;
  readonly tracked: ReadonlyMap<Id | null, TrackedOf>;
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** Clients and projects with what was tracked for each; null while they are read. */
export function useCatalogue(): Catalogue | null {
  const read = useJournal(async (reader) => {
    const [projects, clients, totals] = [
      await reader.things('project'),
      await reader.things('client'),
      await reader.totalsBetween(FIRST_DAY, LAST_DAY),
    ];
    return { projects, clients, tracked: trackedByProject(totals) };
  }, []);
  return useMemo(
    () => read && { ...read, clientOf: new Map(read.clients.map((client) => [client.id, client])) },
    [read],
  );
}
