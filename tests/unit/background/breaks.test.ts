import { beforeEach, describe, expect, test } from 'vitest';
import { at, MINUTE, Person, T0, work } from './person.ts';

let person: Person;
beforeEach(() => {
  person = new Person();
});

const start = { type: 'timer.start', work: work('Fix login', { project: { create: 'P' } }) } as const;

describe('a break', () => {
  test('ends the entry and remembers it; resuming goes on with the same work', async () => {
    await person.does(start);
    await person.does({ type: 'timer.pause' });
    const { running, paused, entries } = await person.has();
    expect(running).toBeNull();
    expect(paused).toEqual({ entry: { day: '2026-11-19', id: entries[0]?.id }, since: T0 + 2 * MINUTE });
    await person.does({ type: 'timer.resume' });
    const after = await person.has();
    expect(after.paused).toBeNull();
    expect(after.running).toMatchObject({ description: 'Fix login', projectId: entries[0]?.projectId });
    expect(after.running).toMatchObject({ start: T0 + 3 * MINUTE, resumes: entries[0]?.id });
  });

  test('is ended by starting anything else, by a stop, and with its entry; undo brings it back', async () => {
    const other = await person.tracked(-60, -50, 'other');
    await person.does(start);
    await person.does({ type: 'timer.pause' });
    const broken = await person.export();
    const [, entry] = (await person.has()).entries;
    if (!entry) throw new Error('nothing was stopped');
    for (const command of [
      { type: 'timer.start', work: work('else') },
      { type: 'timer.continue', entry: at(other) },
      { type: 'timer.stop' },
      { type: 'entry.delete', entry: at(entry) },
    ] as const) {
      expect(await person.does(command), command.type).toBeNull();
      expect((await person.has()).paused, command.type).toBeNull();
      await person.does({ type: 'undo' });
      expect(await person.export(), command.type).toBe(broken);
    }
  });

  test('follows its entry to another day', async () => {
    await person.does(start);
    await person.does({ type: 'timer.pause' });
    const [entry] = (await person.has()).entries;
    if (!entry) throw new Error('nothing was stopped');
    await person.does({ type: 'entry.update', entry: at(entry), start: entry.start - 24 * 60 * MINUTE });
    expect((await person.has()).paused?.entry.day).toBe('2026-11-18');
    expect(await person.does({ type: 'timer.resume' })).toBeNull();
  });

  test('is ended by the shortcut, which goes on with its work', async () => {
    await person.does(start);
    await person.does({ type: 'timer.pause' });
    await person.tracked(60, 90, 'ended later');
    await person.does({ type: 'timer.toggle' });
    expect((await person.has()).running).toMatchObject({ description: 'Fix login' });
  });

  test('that nobody took cannot be ended', async () => {
    expect(await person.does({ type: 'timer.resume' })).toBe('notPaused');
    expect(await person.does({ type: 'timer.pause' })).toBe('nothingRunning');
  });
});

describe('favourites', () => {
  const pin = {
    type: 'favourite.add',
    work: work('Stand-up', { project: { create: 'Team' }, billable: true }),
  } as const;

  test('are pinned once, and start with one click', async () => {
    await person.does(pin);
    await person.does(pin);
    const { favourites, projects } = await person.has();
    expect(favourites).toMatchObject([{ description: 'Stand-up', projectId: projects[0]?.id, billable: true }]);
    await person.does(start);
    await person.does({ type: 'favourite.start', id: favourites[0]?.id ?? '' });
    const { running, entries } = await person.has();
    expect(running).toMatchObject({ description: 'Stand-up', projectId: projects[0]?.id, billable: true });
    expect(entries).toMatchObject([{ description: 'Fix login', end: running?.start }]);
  });

  test('are changed, put in another order and unpinned', async () => {
    for (const name of ['a', 'b', 'c']) await person.does({ type: 'favourite.add', work: work(name) });
    const [a, b, c] = (await person.has()).favourites.map(({ id }) => id);
    const names = async (): Promise<string[]> => (await person.has()).favourites.map(({ description }) => description);
    await person.does({ type: 'favourite.reorder', ids: [c ?? '', a ?? ''] });
    expect(await names()).toEqual(['c', 'a', 'b']);
    await person.does({ type: 'favourite.update', id: b ?? '', work: { description: 'B' } });
    await person.does({ type: 'favourite.remove', id: c ?? '' });
    expect(await names()).toEqual(['a', 'B']);
    expect(await person.does({ type: 'favourite.remove', id: c ?? '' })).toBe('favouriteGone');
    expect(await person.does({ type: 'favourite.start', id: c ?? '' })).toBe('favouriteGone');
  });
});
