import { beforeEach, describe, expect, test } from 'vitest';
import { at, MINUTE, Person, T0, work } from './person.ts';

let person: Person;
beforeEach(() => {
  person = new Person();
});

const start = (description: string, project?: string) =>
  ({ type: 'timer.start', work: work(description, project ? { project: { create: project } } : {}) }) as const;
const step = (): number => person.disk.database.header?.n ?? 0;

describe('undo and redo', () => {
  test('go back and forth through everything that was done, byte for byte, also after a restart', async () => {
    const states = [await person.export()];
    const did = async (command: Parameters<Person['does']>[0]): Promise<void> => {
      expect(await person.does(command)).toBeNull();
      states.push(await person.export());
    };
    await did(start('a', 'P'));
    await did({ type: 'timer.pause' });
    await did({ type: 'timer.resume' });
    await did({ type: 'settings.update', changes: { awayAfter: 5 } });
    await did({ type: 'favourite.add', work: work('pinned', { tags: [{ create: 't' }] }) });
    await did({ type: 'timer.stop' });
    for (const state of states.slice(0, -1).reverse()) {
      person.restartsTheBrowser();
      expect(await person.does({ type: 'undo' })).toBeNull();
      expect(await person.export()).toBe(state);
    }
    expect(await person.does({ type: 'undo' })).toBe('nothingToUndo');
    for (const state of states.slice(1)) {
      person.restartsTheBrowser();
      expect(await person.does({ type: 'redo' })).toBeNull();
      expect(await person.export()).toBe(state);
    }
    expect(await person.does({ type: 'redo' })).toBe('nothingToRedo');
  });

  test('something new leaves nothing to redo', async () => {
    await person.does(start('a'));
    await person.does({ type: 'undo' });
    await person.does(start('b'));
    expect(await person.does({ type: 'redo' })).toBe('nothingToRedo');
    await person.does({ type: 'undo' });
    expect((await person.has()).running).toBeNull();
  });

  test('a step that was undone from its message is the one that redo does again', async () => {
    await person.does(start('a'));
    await person.does({ type: 'timer.stop' });
    const [entry] = (await person.has()).entries;
    if (!entry) throw new Error('nothing was stopped');
    await person.does({ type: 'entry.delete', entry: at(entry) });
    const deleting = step();
    await person.does(start('b'));
    await person.does({ type: 'undo', step: deleting });
    expect((await person.has()).entries).toHaveLength(1);
    await person.does({ type: 'redo' });
    expect((await person.has()).entries).toHaveLength(0);
    expect(await person.does({ type: 'undo', step: deleting })).toBeNull();
    expect(await person.does({ type: 'undo', step: deleting })).toBe('undoGone');
  });

  test('what the worker does by itself is no step', async () => {
    await person.does(start('a'));
    await person.worker.journal.commit(async (reader) => {
      const running = await reader.running();
      const spans = [{ start: T0, end: T0 + MINUTE, cause: 'away' as const }];
      const after = running ? [{ entryId: running.id, spans }] : [];
      return { changes: [{ kind: 'away', before: [], after }], result: null };
    });
    await person.does({ type: 'undo' });
    expect((await person.has()).running).toBeNull();
  });

  test('a question that came since about another entry stays', async () => {
    await person.does(start('a'));
    await ask();
    await person.does({ type: 'timer.discard' });
    await person.does(start('b'));
    await person.does({ type: 'undo' });
    await person.does({ type: 'undo' });
    expect(person.disk.database.items.get('away')?.value).toHaveLength(1);
    await person.does({ type: 'redo' });
    await person.does({ type: 'redo' });
    await ask();
    await person.does({ type: 'timer.stop' });
    await person.does({ type: 'undo' });
    expect(person.disk.database.items.get('away')?.value).toHaveLength(1);
  });

  test('never takes a project away from under an entry that came to name it', async () => {
    await person.does(start('a', 'P'));
    const making = step();
    await person.does(start('b'));
    await person.does({ type: 'undo', step: making });
    expect(person.worker.refusals).toEqual(['changedSince']);
    const other = await person.tracked(60, 90, 'c');
    await person.does({ type: 'favourite.add', work: work('made', { project: { create: 'Q' } }) });
    const pinning = step();
    await person.does({ type: 'entry.update', entry: at(other), work: { project: { create: 'Q' } } });
    expect(await person.does({ type: 'undo', step: pinning })).toBe('usedSince');
    await person.does({ type: 'undo' });
    expect(await person.does({ type: 'undo', step: pinning })).toBeNull();
  });
});

async function ask(): Promise<void> {
  await person.worker.journal.commit(async (reader) => {
    const [running, before] = [await reader.running(), await reader.away()];
    const spans = [{ start: T0, end: T0 + MINUTE, cause: 'away' as const }];
    const after = running ? [...before, { entryId: running.id, spans }] : before;
    return { changes: [{ kind: 'away', before, after }], result: null };
  });
}
