import { beforeEach, expect, test, vi } from 'vitest';

const stored = new Map<string, unknown>();
let version = '1.0.0';

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    runtime: { getManifest: () => ({ version }) },
    storage: {
      local: {
        get: async (keys: string | string[]) =>
          Object.fromEntries([keys].flat().flatMap((key) => (stored.has(key) ? [[key, stored.get(key)]] : []))),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
      },
    },
  },
}));
const { prepareSnapshot } = await import('../../../lib/storage/copy/prepare-snapshot.ts');
const { readSnapshot } = await import('../../../lib/storage/copy/snapshot.ts');
const { localCopy } = await import('../../../lib/storage/copy/copy.ts');
const { SCHEMA } = await import('../../../lib/storage/migrations.ts');

const TODAY = '2026-11-24';
const HOUR = 3_600_000;
const noon = Temporal.PlainDateTime.from(`${TODAY}T12:00`).toZonedDateTime('UTC').epochMilliseconds;

const entry = (i: number, projectId: string | null = null) => ({
  id: `${i}`,
  number: i,
  description: `Entry ${i}`,
  projectId,
  taskId: null,
  tagIds: [],
  billable: false,
  start: noon - (20 - i) * HOUR,
  end: noon - (20 - i) * HOUR + HOUR / 2,
  zone: 'UTC',
  origin: 'timer',
  rate: null,
  created: 0,
  changed: 0,
});

const header = (n: number, behind: number | null = null) => ({ n, base: 0, schema: SCHEMA, count: 1, sum: 1, behind });

async function commit(n: number, entries: readonly object[], behind: number | null = null): Promise<void> {
  const item = (key: string, value: unknown) => ({ key, n, schema: SCHEMA, value });
  await localCopy.write([item(`page:${TODAY}`, entries)], header(n, behind));
}

beforeEach(() => {
  stored.clear();
  version = '1.0.0';
});

test('the popup’s first picture has the newest entries, and the time of all of them', async () => {
  await commit(
    1,
    Array.from({ length: 15 }, (_, i) => entry(i)),
  );
  await prepareSnapshot(TODAY);
  const first = await readSnapshot();
  const shown = first?.pages.flatMap(({ entries }) => entries.map(({ number }) => number));
  expect(shown).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  expect([...(first?.done?.values() ?? [])].reduce((sum, ms) => sum + ms, 0)).toBe((15 * HOUR) / 2);
});

test('a picture of another commit is never shown, nor one of a copy that is not whole', async () => {
  expect(await readSnapshot()).toBeNull();
  await commit(1, [entry(1)]);
  expect(await readSnapshot()).toBeNull();
  await prepareSnapshot(TODAY);
  expect((await readSnapshot())?.pages).toHaveLength(1);
  await commit(2, [entry(1), entry(2)]);
  expect(await readSnapshot()).toBeNull();
  await commit(3, [entry(1)], 2);
  await prepareSnapshot(TODAY);
  expect(await readSnapshot()).toBeNull();
});

test('an update makes its own picture', async () => {
  await commit(1, [entry(1)]);
  await prepareSnapshot(TODAY);
  version = '2.0.0';
  expect(await readSnapshot()).toBeNull();
  await prepareSnapshot(TODAY);
  expect(await readSnapshot()).not.toBeNull();
});

test('what stands there and is no picture is passed over', async () => {
  await commit(1, [entry(1)]);
  for (const strange of ['', '{', 'null', 7, '[]', '{"n":1}']) {
    stored.set('popup', strange);
    expect(await readSnapshot()).toBeNull();
  }
});
