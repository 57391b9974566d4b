import { type Header, isPageKey, LAST_KEY } from './items.ts';
import type { Copies } from './mend.ts';
import { SLICE } from './ports.ts';

/**
 * More was written than one batch can hold: whatever is no page goes over at once, and the second copy's header says
 * that the pages are still to come (docs/storage.md, rule 2).
 * @param header of the second copy from now on, `behind`
 * @param since what the second copy has
 */
export async function beginToFollow({ database, copy }: Copies, header: Header, since: number): Promise<void> {
  const items = await database.transact(async (tx) => {
    const keys = (await tx.keysNewerThan(since)).filter((key) => !isPageKey(key));
    return (await tx.getMany(keys)).flatMap((item) => item ?? []);
  });
  await copy.write(items, header);
}

/**
 * Brings a slice of the second copy in step with the database, newest day first. Call under the journal's lock.
 * @param below only keys below this one; null to begin
 * @returns where to go on, or null when the copy is whole
 */
export async function followSlice({ database, copy }: Copies, below: string | null): Promise<string | null> {
  const behind = (await copy.header())?.behind ?? 0;
  const { keys, items, header } = await database.transact(async (tx) => {
    const newer = (await tx.keysNewerThan(behind)).filter((key) => below === null || key < below);
    const slice = newer.sort().reverse().slice(0, SLICE);
    const present = (await tx.getMany(slice)).flatMap((item) => item ?? []);
    return { keys: slice, items: present, header: await tx.header() };
  });
  if (!header) throw new Error('the database lost its header while the second copy followed it');
  const last = keys.at(-1);
  if (last === undefined) {
    await finish({ database, copy });
    return null;
  }
  const there = new Map((await copy.read(keys)).map((item) => [item.key, item.n]));
  const differing = items.filter((item) => there.get(item.key) !== item.n);
  if (differing.length > 0) await copy.write(differing, { ...header, behind });
  return last;
}

async function finish({ database, copy }: Copies): Promise<void> {
  const { header, keys } = await database.transact(async (tx) => {
    const present = await tx.header();
    if (present && present.behind !== null) tx.putHeader({ ...present, behind: null });
    return { header: present, keys: await tx.keysBetween('', LAST_KEY) };
  });
  if (!header) throw new Error('the database lost its header while the second copy followed it');
  const known = new Set(keys);
  await copy.remove((await copy.keys()).filter((key) => !known.has(key)));
  await copy.write([], { ...header, behind: null });
}
