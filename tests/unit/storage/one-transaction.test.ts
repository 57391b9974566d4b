import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Tag } from '../../../lib/domain/catalogue.ts';
import { newId } from '../../../lib/platform/ids.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { Journal } from '../../../lib/storage/journal.ts';
import { makeDatabase } from '../../../lib/storage/make-database.ts';
import { emptyDisk, Fate, memoryCopy, memoryLock } from './memory.ts';

const tag = (number: number): Tag => ({
  id: newId(),
  number,
  name: `tag ${number}`,
  created: 1,
  changed: 1,
  archived: false,
});

const journal = (): Journal =>
  new Journal({
    database: openDatabase(makeDatabase),
    copy: memoryCopy(emptyDisk(), new Fate(), () => false),
    lock: memoryLock(),
    onNotice: () => undefined,
  });

/** However long it takes to put together: what was read and what is written belong to one transaction. */
test('a commit of a thousand things stays in its one transaction', async () => {
  const open = journal();
  const tags = Array.from({ length: 1000 }, (_, i) => tag(i + 1));
  const changes = tags.map((after) => ({ kind: 'tag', before: null, after }) as const);
  await open.commit(async () => ({ changes, result: null }));
  expect(await open.read((reader) => reader.things('tag'))).toHaveLength(1000);
});
