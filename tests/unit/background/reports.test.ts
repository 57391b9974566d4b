import { beforeEach, describe, expect, test } from 'vitest';
import { keepInvoiced } from '../../../lib/background/invoice-lock.ts';
import type { Project } from '../../../lib/domain/catalogue.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { isRefused } from '../../../lib/domain/refusal.ts';
import type { Command } from '../../../lib/messaging/commands.ts';
import type { Change } from '../../../lib/storage/changes.ts';
import { at, DAY, Person } from './person.ts';

let person: Person;
beforeEach(() => {
  person = new Person();
});

const invoices = async () => (await person.has()).entries.map(({ invoice }) => invoice);
const bill = (entries: readonly { day: string; id: string }[], number = '2026-014', paid = false): Command => ({
  type: 'entries.invoice',
  entries: [...entries],
  number,
  day: '2026-11-30',
  paid,
});
const onIt = { number: '2026-014', day: '2026-11-30', paid: false, locked: true };

describe('an invoice', () => {
  test('locks what it is written for, can be paid, and undo takes it back', async () => {
    const a = await person.tracked(0, 30, 'a');
    const b = await person.tracked(30, 60, 'b');
    const before = await person.export();
    expect(await person.does(bill([at(a), at(b)]))).toBeNull();
    expect(await invoices()).toEqual([onIt, onIt]);
    expect(await person.does({ type: 'entry.delete', entry: at(a) })).toBe('entryLocked');
    expect(await person.does({ type: 'entries.paid', entries: [at(a)] })).toBeNull();
    expect(await invoices()).toEqual([{ ...onIt, paid: true }, onIt]);
    expect(await person.does({ type: 'undo' })).toBeNull();
    expect(await person.does({ type: 'undo' })).toBeNull();
    expect(await person.export()).toBe(before);
  });

  test('locks against changes of many at once, and only what it is written for', async () => {
    const a = await person.tracked(0, 30, 'a');
    const b = await person.tracked(30, 60, 'b');
    await person.does(bill([at(a)]));
    const before = await person.export();
    const billable = (entries: readonly { day: string; id: string }[]): Command => ({
      type: 'entries.update',
      entries: [...entries],
      work: { billable: true },
    });
    expect(await person.does(billable([at(a), at(b)]))).toBe('entryLocked');
    expect(await person.does({ type: 'entries.delete', entries: [at(a), at(b)] })).toBe('entryLocked');
    expect(await person.export()).toBe(before);
    expect(await person.does(billable([at(b)]))).toBeNull();
    expect((await person.has()).entries.map((entry) => entry.billable)).toEqual([false, true]);
  });

  test('keeps its project although that is renamed, and loses it with it', async () => {
    const a = await person.tracked(0, 30, 'a', { project: { create: 'Portal' } });
    await person.does(bill([at(a)]));
    const id = (await person.has()).projects[0]?.id ?? '';
    expect(await person.does({ type: 'project.update', id, changes: { name: 'Site' } })).toBeNull();
    expect(await person.does({ type: 'entry.update', entry: at(a), work: { project: null } })).toBe('entryLocked');
    expect(await person.does({ type: 'catalogue.delete', kind: 'project', id, instead: null })).toBeNull();
    expect((await person.has()).entries).toMatchObject([{ projectId: null, invoice: onIt }]);
  });

  test('holds whatever a command makes of it: many at once, or beside a change of its project', async () => {
    const a = await person.tracked(0, 30, 'a', { project: { create: 'Portal' } });
    const b = await person.tracked(30, 60, 'b');
    await person.does(bill([at(a)]));
    const outcome = (make: (entry: TimeEntry, project: Project) => readonly Change[]) =>
      person.worker.journal.read(async (reader) => {
        const [entry, project] = [(await reader.entriesOf(DAY))[0], (await reader.things('project'))[0]];
        if (!entry || !project) throw new Error('nothing is there');
        const kept = await keepInvoiced(reader, { changes: make(entry, project), result: null });
        return isRefused(kept) ? kept.refused : 'done';
      });
    const many = (ids: string[]): Change => ({
      kind: 'entries',
      before: { billable: false },
      after: { billable: true },
      at: [[DAY, ids]],
    });
    expect(await outcome(() => [many([a.id, b.id])])).toBe('entryLocked');
    expect(await outcome(() => [many([b.id])])).toBe('done');
    const without = (before: TimeEntry): Change => ({ kind: 'entry', before, after: { ...before, projectId: null } });
    const renamed = (before: Project): Change => ({ kind: 'project', before, after: { ...before, name: 'Site' } });
    expect(await outcome((entry, project) => [renamed(project), without(entry)])).toBe('entryLocked');
    expect(await outcome((entry, project) => [{ kind: 'project', before: project, after: null }, without(entry)])).toBe(
      'done',
    );
  });

  test('is taken off on purpose: unlocked it stays named, taken off it is as if it never was', async () => {
    const a = await person.tracked(0, 30, 'a');
    const before = await person.export();
    await person.does(bill([at(a)]));
    await person.does({ type: 'entries.unlock', entries: [at(a)], takeOff: false });
    expect(await invoices()).toEqual([{ ...onIt, locked: false }]);
    expect(await person.does({ type: 'entry.update', entry: at(a), work: { billable: true } })).toBeNull();
    expect(await person.does({ type: 'undo' })).toBeNull();
    await person.does({ type: 'entries.unlock', entries: [at(a)], takeOff: true });
    expect(await person.export()).toBe(before);
  });

  test('keeps apart what came from different invoices, and undo gives each its own back', async () => {
    const a = await person.tracked(0, 30, 'a');
    const b = await person.tracked(30, 60, 'b');
    const c = await person.tracked(60, 90, 'c');
    await person.does(bill([at(a)], '1'));
    await person.does(bill([at(b)], '2', true));
    const before = await person.export();
    await person.does(bill([at(a), at(b), at(c)], '3'));
    expect((await invoices()).map((one) => one?.number)).toEqual(['3', '3', '3']);
    await person.does({ type: 'undo' });
    expect(await person.export()).toBe(before);
  });

  test('for an entry that is gone is refused, and for what has none there is nothing to pay', async () => {
    const a = await person.tracked(0, 30, 'a');
    const before = await person.export();
    const gone = { day: DAY, id: '01a20aeb-0f03-75a4-bc76-ee2467051c06' };
    expect(await person.does(bill([at(a), gone]))).toBe('entryGone');
    expect(await person.does({ type: 'entries.paid', entries: [at(a)] })).toBeNull();
    expect(await person.export()).toBe(before);
  });
});

describe('a saved report', () => {
  const saved = async () => {
    const { reports } = JSON.parse(await person.export()) as { reports: { id: string; name: string; query: string }[] };
    return reports;
  };

  test('is kept by its name, replaced, and removed', async () => {
    await person.does({ type: 'report.save', id: null, name: 'Harbor, monthly', query: 'range=month' });
    const [report] = await saved();
    expect(report).toMatchObject({ name: 'Harbor, monthly', query: 'range=month' });
    const id = report?.id ?? '';
    await person.does({ type: 'report.save', id, name: 'Harbor', query: 'range=year' });
    expect(await saved()).toEqual([{ id, name: 'Harbor', query: 'range=year' }]);
    expect(await person.does({ type: 'report.remove', id })).toBeNull();
    expect(await person.does({ type: 'report.remove', id })).toBe('reportGone');
    expect(await person.does({ type: 'report.save', id, name: 'Harbor', query: '' })).toBe('reportGone');
    await person.does({ type: 'undo' });
    expect(await saved()).toHaveLength(1);
  });
});
