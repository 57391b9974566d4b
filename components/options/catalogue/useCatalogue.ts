import { useMemo } from 'preact/hooks';
import type { Client, Project } from '../../../lib/domain/catalogue.ts';
import type { Id } from '../../../lib/domain/entry.ts';
import { type TrackedOf, trackedByProject } from '../../../lib/domain/estimate.ts';
import { useJournal } from '../../hooks/useJournal.ts';

export interface Catalogue {
  readonly projects: readonly Project[];
  readonly clients: readonly Client[];
  readonly clientOf: ReadonlyMap<Id, Client>;
  /** Null while it is added up. */
  readonly tracked: ReadonlyMap<Id | null, TrackedOf> | null;
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** Clients and projects, then what was tracked for each, which takes longer; null while they are read. */
export function useCatalogue(): Catalogue | null {
  const read = useJournal(
    async (reader) => ({ projects: await reader.things('project'), clients: await reader.things('client') }),
    [],
  );
  const there = read !== null;
  const tracked = useJournal(
    async (reader) => (there ? trackedByProject(await reader.totalsBetween(FIRST_DAY, LAST_DAY)) : null),
    [there],
  );
  return useMemo(
    () =>
      read && {
        ...read,
        clientOf: new Map(read.clients.map((client) => [client.id, client])),
        tracked,
      },
    [read, tracked],
  );
}
