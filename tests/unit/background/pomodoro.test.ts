import { beforeEach, describe, expect, test } from 'vitest';
import type { RunningEntry, TimeEntry } from '../../../lib/domain/entry.ts';
import type { PomodoroState } from '../../../lib/domain/pomodoro.ts';
import { defaultSettings, type Pomodoro } from '../../../lib/domain/settings.ts';
import type { WorkInput } from '../../../lib/messaging/commands.ts';
import { type Disk, emptyDisk, Fate } from '../storage/memory.ts';
import { MemoryWorker } from '../storage/worker.ts';

const T0 = Date.UTC(2026, 10, 19, 9);
const MINUTE = 60_000;
const at = (minutes: number): number => T0 + minutes * MINUTE;

let disk: Disk;
let worker: MemoryWorker;
beforeEach(() => {
  disk = emptyDisk();
  worker = new MemoryWorker(disk, new Fate());
});

const state = () => worker.journal.read((reader) => reader.single('pomodoro')) as Promise<PomodoroState | null>;
const has = async (): Promise<{ running: RunningEntry | null; entries: readonly TimeEntry[] }> =>
  JSON.parse(await worker.export());
const minutesOf = (entries: readonly TimeEntry[]) => entries.map(({ start, end }) => (end - start) / MINUTE);
const work: WorkInput = { description: 'Write', project: { create: 'Book' }, task: null, tags: [], billable: false };

async function begin(settings: Partial<Pomodoro> = {}): Promise<void> {
  const pomodoro = { ...defaultSettings.pomodoro, ...settings };
  await worker.send({ type: 'settings.update', changes: { pomodoro } }, T0);
  await worker.send({ type: 'timer.start', work }, T0);
  await worker.send({ type: 'pomodoro.start' }, T0);
}
/** The alarm, which comes when the worker gets to it. */
const alarm = (minutes: number) => worker.send({ type: 'pomodoro.elapsed' }, at(minutes));

describe('a Pomodoro', () => {
  test('ends the work when it was to end, however late the worker is, and the break is a gap', async () => {
    await begin();
    expect(await state()).toMatchObject({ phase: 'work', round: 1, ends: at(25) });
    await alarm(24);
    expect((await has()).running).not.toBeNull();
    await alarm(26);
    const { running, entries } = await has();
    expect(running).toBeNull();
    expect(minutesOf(entries)).toEqual([25]);
    expect(await state()).toMatchObject({ phase: 'rest', round: 1, ends: at(30) });
  });

  test('waits after the break until the person starts, and goes on with the same work', async () => {
    await begin();
    await alarm(25);
    await alarm(30);
    expect(await state()).toMatchObject({ phase: 'waiting', ends: null });
    expect((await has()).running).toBeNull();
    await worker.send({ type: 'pomodoro.next' }, at(33));
    const { running, entries } = await has();
    expect(running).toMatchObject({ description: 'Write', projectId: entries[0]?.projectId, start: at(33) });
    expect(await state()).toMatchObject({ phase: 'work', round: 2, ends: at(58) });
  });

  test('starts by itself where that was chosen, at the very end of the break', async () => {
    await begin({ autoStart: true });
    await alarm(25);
    await alarm(30.5);
    expect((await has()).running).toMatchObject({ description: 'Write', start: at(30) });
  });

  test('has a long break after the set rounds', async () => {
    await begin({ autoStart: true, rounds: 2 });
    for (const minutes of [25, 30, 55]) await alarm(minutes);
    expect(await state()).toMatchObject({ phase: 'longRest', round: 2, ends: at(70) });
  });

  test('tracks the break as an entry of the chosen project', async () => {
    await begin();
    const id = (await has()).running?.projectId ?? '';
    await worker.send(
      { type: 'settings.update', changes: { pomodoro: { ...defaultSettings.pomodoro, restProjectId: id } } },
      at(1),
    );
    await alarm(25);
    expect((await has()).running).toMatchObject({ description: '', projectId: id, start: at(25) });
    await alarm(30);
    expect(minutesOf((await has()).entries)).toEqual([25, 5]);
    expect((await has()).running).toBeNull();
  });

  test('ends with its phase when nobody was there: a night is neither worked nor rested', async () => {
    await begin({ autoStart: true });
    await alarm(25);
    await alarm(600);
    expect(await state()).toBeNull();
    expect((await has()).running).toBeNull();
    expect(minutesOf((await has()).entries)).toEqual([25]);
  });

  test('ends when the person stops or starts something else, and leaves that alone', async () => {
    await begin();
    await worker.send({ type: 'timer.stop' }, at(10));
    expect(await state()).toBeNull();
    await alarm(25);
    expect(minutesOf((await has()).entries)).toEqual([10]);
  });

  test('is refused without a running timer', async () => {
    expect(await worker.send({ type: 'pomodoro.start' }, T0)).toBe('refused');
    expect(worker.refusals).toEqual(['nothingRunning']);
  });
});
