import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FOLDER_KEEPS,
  folderBackupName,
  folderBackupsToDrop,
  folderIsDue,
} from '../../../lib/domain/folder-backups.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

test('the newest of our own files stay, and nothing else in the folder is ever dropped', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(day),
      fc.uniqueArray(day),
      fc.array(
        fc.oneof(
          fc.string(),
          day.map((on) => `timetracker_backup_${on}.json`),
        ),
      ),
      (ours, anothers, strange) => {
        const names = ours.map((on) => folderBackupName(on, 'k3f9a1'));
        const others = [...anothers.map((on) => folderBackupName(on, 'bbbbbb')), ...strange];
        const drop = folderBackupsToDrop([...others, ...names, `${names[0]}.crswap`], 'k3f9a1');
        const newest = names.toSorted().reverse().slice(0, FOLDER_KEEPS);
        expect(new Set([...drop, ...newest])).toEqual(new Set(names));
        expect(drop.filter((name) => newest.includes(name))).toEqual([]);
      },
    ),
  );
});

test('a folder is due after a day, at once when nothing was written yet, and when the clock was set back', () => {
  const now = Date.UTC(2026, 10, 25);
  expect([null, now - 86_400_000, now - 86_399_000, now + 1].map((at) => folderIsDue(at, now))).toEqual([
    true,
    true,
    false,
    true,
  ]);
});
