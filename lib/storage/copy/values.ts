import { byId } from '../../domain/by-id.ts';
import type { CatalogueKind, CatalogueThings } from '../../domain/catalogue.ts';
import type { Id } from '../../domain/entry.ts';
import { type Chunk, chunkKey, chunkKeys } from '../items.ts';
import { localCopy } from './copy.ts';

/** Values of items in the second copy by key; what is not there is left out. */
export async function readValues(keys: readonly string[]): Promise<Map<string, unknown>> {
  return new Map((await localCopy.read(keys)).map((item) => [item.key, item.value]));
}

/** One thing of the catalogue. */
export async function readThing<K extends CatalogueKind>(kind: K, id: Id): Promise<CatalogueThings[K] | null> {
  const chunk = (await readValues([chunkKey(kind, id)])).get(chunkKey(kind, id)) as Chunk<K> | undefined;
  return chunk?.find((thing) => thing.id === id) ?? null;
}

/** Those things of a kind that the ids name. */
export async function readThings<K extends CatalogueKind>(
  kind: K,
  ids: Iterable<Id>,
): Promise<Map<Id, CatalogueThings[K]>> {
  const wanted = new Set(ids);
  const values = await readValues([...new Set([...wanted].map((id) => chunkKey(kind, id)))]);
  const things = [...values.values()].flatMap((chunk) => chunk as Chunk<K>);
  return byId(things.filter(({ id }) => wanted.has(id)));
}

/** All things of a kind, in order of their numbers. */
export async function readCatalogue<K extends CatalogueKind>(kind: K): Promise<CatalogueThings[K][]> {
  const values = await readValues(chunkKeys(kind));
  return [...values.values()].flatMap((chunk) => chunk as Chunk<K>).sort((a, b) => a.number - b.number);
}
