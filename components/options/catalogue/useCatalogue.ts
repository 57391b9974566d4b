import { useMemo } from 'preact/hooks';
import { byId } from '../../../lib/domain/by-id.ts';
import type { Client, Project } from '../../../lib/domain/catalogue.ts';
import { ALL_DAYS } from '../../../lib/domain/days.ts';
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

/** Clients and projects, then what was tracked for each, which takes longer; null while they are read. */
export function useCatalogue(): Catalogue | null {
  const read = useJournal(
    async (reader) => ({ projects: await reader.things('project'), clients: await reader.things('client') }),
    [],
  );
  const there = read !== null;
  const tracked = useJournal(
    async (reader) => (there ? trackedByProject(await reader.totalsBetween(ALL_DAYS.first, ALL_DAYS.last)) : null),
    [there],
  );
  return useMemo(() => read && { ...read, clientOf: byId(read.clients), tracked }, [read, tracked]);
}
