import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../../lib/messaging/commands.ts';
import { at, DAY, MINUTE, minutesOf, Person, T0, work } from './person.ts';

let person: Person;
beforeEach(() => {
  person = new Person();
});

const gone = { day: DAY, id: '01a20aeb-0f03-75a4-bc76-ee2467051c06' };

describe('adding by hand', () => {
  test('keeps the times, the work and the zone, and says that it was added by hand', async () => {
    const added = await person.tracked(30, 90, 'Call', { project: { create: 'P' }, billable: true });
    const { entries, projects } = await person.has();
    expect(entries).toEqual([added]);
    expect(added).toMatchObject({
      origin: 'manual',
      zone: 'Europe/Berlin',
      projectId: projects[0]?.id,
      billable: true,
    });
    expect(minutesOf(added)).toEqual([30, 90]);
  });

  test('shortens the neighbour that the person asked to trim, and no other', async () => {
    const first = await person.tracked(0, 60, 'first');
    await person.tracked(0, 60, 'kept');
    const times = { start: T0 + 30 * MINUTE, end: T0 + 90 * MINUTE };
    expect(await person.does({ type: 'entry.add', work: work('second'), ...times, trim: [at(first)] })).toBeNull();
    const { entries } = await person.has();
    expect(entries.map((entry) => [entry.description, ...minutesOf(entry)])).toEqual([
      ['first', 0, 30],
      ['kept', 0, 60],
      ['second', 30, 90],
    ]);
  });

  test('over what runs may cut the timer around it: the same work goes on afterwards', async () => {
    await person.does({ type: 'timer.start', work: work('Write', { project: { create: 'P' } }) });
    const begun = person.now;
    person.now += 60 * MINUTE;
    const { running } = await person.has();
    if (!running) throw new Error('nothing runs');
    const times = { start: begun + 20 * MINUTE, end: begun + 30 * MINUTE };
    const trim = [{ day: DAY, id: running.id }];
    expect(await person.does({ type: 'entry.add', work: work('Call'), ...times, trim })).toBeNull();
    const after = await person.has();
    expect(after.entries.map(({ description, start, end }) => [description, start - begun, end - begun])).toEqual([
      ['Write', 0, 20 * MINUTE],
      ['Call', 20 * MINUTE, 30 * MINUTE],
    ]);
    expect(after.running).toMatchObject({ description: 'Write', projectId: running.projectId, start: times.end });
    const late = { ...times, end: person.now + 60 * MINUTE };
    const again = [{ day: DAY, id: after.running?.id ?? '' }];
    expect(await person.does({ type: 'entry.add', work: work('Later'), ...late, trim: again })).toBe('cannotTrim');
  });

  test('stands on the day it starts on, in the zone given', async () => {
    const start = Date.UTC(2026, 10, 18, 23, 30);
    const times = { start, end: start + MINUTE, zone: 'Pacific/Auckland' };
    await person.does({ type: 'entry.add', work: work(), ...times });
    expect([...person.disk.database.items.keys()]).toContain('page:2026-11-19');
  });

  test('with an end before its start, or a zone nobody knows, is refused', async () => {
    const add = { type: 'entry.add', work: work(), start: T0, end: T0 - 1 } as const;
    expect(await person.does(add)).toBe('endsBeforeStart');
    expect(await person.does({ ...add, end: T0, zone: 'Mars/Olympus' })).toBe('unknownZone');
  });

  test('uses the zone of the settings when one is chosen', async () => {
    await person.does({ type: 'settings.update', changes: { zone: 'Asia/Tokyo' } });
    expect((await person.tracked(0, 5)).zone).toBe('Asia/Tokyo');
  });
});

test('a copy is the same work for as long, with nothing of the invoice', async () => {
  const entry = await person.tracked(0, 60, 'Call', { tags: [{ create: 'phone' }] });
  await lock(entry.id);
  expect(await person.does({ type: 'entry.duplicate', entry: at(entry), start: T0 + 120 * MINUTE })).toBeNull();
  const copy = (await person.has()).entries[1];
  expect(copy).toMatchObject({ description: 'Call', tagIds: entry.tagIds, origin: 'manual' });
  expect(copy && minutesOf(copy)).toEqual([120, 180]);
  expect(copy?.invoice).toBeUndefined();
  expect(copy?.id).not.toBe(entry.id);
});

describe('splitting', () => {
  test('makes two that are together as long as the one, in one step', async () => {
    const entry = await person.tracked(0, 60, 'Long', { project: { create: 'P' } });
    const before = await person.export();
    await person.does({ type: 'entry.split', entry: at(entry), at: T0 + 20 * MINUTE });
    const { entries } = await person.has();
    expect(entries.map(minutesOf)).toEqual([
      [0, 20],
      [20, 60],
    ]);
    expect(entries[1]).toMatchObject({ description: 'Long', projectId: entry.projectId });
    await person.does({ type: 'undo' });
    expect(await person.export()).toBe(before);
  });

  test('at an end of it, or beyond, is refused', async () => {
    const entry = await person.tracked(0, 60);
    for (const minute of [0, 60, 61]) {
      expect(await person.does({ type: 'entry.split', entry: at(entry), at: T0 + minute * MINUTE })).toBe(
        'cannotSplit',
      );
    }
  });
});

describe('merging', () => {
  test('neighbours of a day become one, the time between included', async () => {
    const a = await person.tracked(0, 20, 'Draft', { tags: [{ create: 'x' }] });
    const b = await person.tracked(30, 60, 'Review', { tags: [{ create: 'y' }] });
    expect(await person.does({ type: 'entry.merge', entries: [at(b), at(a)] })).toBeNull();
    const { entries } = await person.has();
    expect(entries).toMatchObject([{ id: a.id, description: 'Draft; Review', tagIds: [...a.tagIds, ...b.tagIds] }]);
    expect(entries.map(minutesOf)).toEqual([[0, 60]]);
  });

  test('is refused with another entry between them', async () => {
    const a = await person.tracked(0, 20);
    await person.tracked(21, 29);
    const b = await person.tracked(30, 60);
    expect(await person.does({ type: 'entry.merge', entries: [at(a), at(b)] })).toBe('notNeighbours');
  });

  test('is refused when hours would go to another project', async () => {
    const a = await person.tracked(0, 20, '', { project: { create: 'P' } });
    const b = await person.tracked(20, 60);
    expect(await person.does({ type: 'entry.merge', entries: [at(a), at(b)] })).toBe('mergeDiffers');
  });
});

describe('many at once', () => {
  test('change project, tags and billable in one step; a task stays with its project', async () => {
    const a = await person.tracked(0, 20, 'a', {
      project: { create: 'P' },
      task: { create: 'T' },
      tags: [{ create: 'old' }],
    });
    const b = await person.tracked(20, 40, 'b');
    const before = await person.export();
    const tags = { add: [{ create: 'new' }], remove: [{ id: a.tagIds[0] ?? '' }] };
    const change = { project: { create: 'Q' }, tags, billable: true };
    expect(await person.does({ type: 'entries.update', entries: [at(a), at(b), at(b)], work: change })).toBeNull();
    const { entries, projects, tags: all } = await person.has();
    const [q, added] = [projects.find(({ name }) => name === 'Q')?.id, all.find(({ name }) => name === 'new')?.id];
    const same = { projectId: q, taskId: null, tagIds: [added], billable: true };
    expect(entries).toMatchObject([
      { description: 'a', ...same },
      { description: 'b', ...same },
    ]);
    await person.does({ type: 'undo' });
    expect(await person.export()).toBe(before);
  });

  test('take the rate of their new project', async () => {
    await person.does({ type: 'settings.update', changes: { defaultRate: { amount: 5000, currency: 'EUR' } } });
    const a = await person.tracked(0, 20, 'a');
    await person.does({ type: 'settings.update', changes: { defaultRate: { amount: 9000, currency: 'EUR' } } });
    const work = { project: { create: 'P' } };
    await person.does({ type: 'entries.update', entries: [at(a)], work: { billable: true } });
    expect((await person.has()).entries[0]?.rate?.amount).toBe(5000);
    await person.does({ type: 'entries.update', entries: [at(a)], work });
    expect((await person.has()).entries[0]?.rate?.amount).toBe(9000);
  });

  test('are deleted in one step', async () => {
    const a = await person.tracked(0, 20, 'a');
    const b = await person.tracked(20, 40, 'b');
    const before = await person.export();
    await person.does({ type: 'entries.delete', entries: [at(a), at(b)] });
    expect((await person.has()).entries).toEqual([]);
    await person.does({ type: 'undo' });
    expect(await person.export()).toBe(before);
  });

  test('with one that is gone nothing is changed', async () => {
    const a = await person.tracked(0, 20, 'a');
    expect(await person.does({ type: 'entries.delete', entries: [at(a), gone] })).toBe('entryGone');
    expect((await person.has()).entries).toHaveLength(1);
  });
});

/** Marks an entry as invoiced and locked, as the reports page does. */
async function lock(id: string): Promise<void> {
  await person.worker.journal.commit(async (reader) => {
    const before = await reader.entry({ day: DAY, id });
    if (!before) throw new Error('no such entry');
    const invoice = { number: '2026-7', day: DAY, paid: false, locked: true };
    return { changes: [{ kind: 'entry', before, after: { ...before, invoice } }], result: null };
  });
}

describe('an entry on an invoice', () => {
  test('is refused for everything that would change what the invoice says', async () => {
    const a = await person.tracked(0, 20, 'a');
    const b = await person.tracked(20, 40, 'b');
    await lock(a.id);
    const before = await person.export();
    const spans = { start: T0, end: T0 + 10 * MINUTE };
    const refused: Command[] = [
      { type: 'entry.update', entry: at(a), work: { description: 'other' } },
      { type: 'entry.delete', entry: at(a) },
      { type: 'entry.split', entry: at(a), at: T0 + 5 * MINUTE },
      { type: 'entry.merge', entries: [at(a), at(b)] },
      { type: 'entries.delete', entries: [at(b), at(a)] },
      { type: 'entries.update', entries: [at(b), at(a)], work: { billable: true } },
      { type: 'entry.add', work: work('trims'), ...spans, trim: [at(a)] },
    ];
    for (const command of refused) {
      expect(await person.does(command), command.type).toBe('entryLocked');
    }
    expect(await person.export()).toBe(before);
    expect(await person.does({ type: 'timer.continue', entry: at(a) })).toBeNull();
  });
});
