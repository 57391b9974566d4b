import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandTable } from '../../../lib/messaging/router.ts';
import { route } from '../../../lib/messaging/router.ts';

/** A table that remembers what reached it. */
function listening(): { table: CommandTable; reached: unknown[] } {
  const reached: unknown[] = [];
  const answer = async (command: unknown): Promise<unknown> => {
    reached.push(command);
    return { done: true, undo: null, copyBehind: false };
  };
  const table = new Proxy({}, { get: () => answer }) as CommandTable;
  return { table, reached };
}

const types = [
  'hello',
  'timer.start',
  'timer.stop',
  'timer.update',
  'entry.update',
  'entry.delete',
  'undo',
  'data.export',
];

test('whatever is no command is refused and reaches nothing', async () => {
  const { table, reached } = listening();
  const shaped = fc.record({ type: fc.constantFrom(...types), [`x`]: fc.anything() }, { requiredKeys: ['type', 'x'] });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.anything(), shaped), async (message) => {
      expect(await route(table, message)).toEqual({ refused: 'misshapen' });
    }),
    { numRuns: 2000 },
  );
  expect(reached).toEqual([]);
});

test.each([
  { type: 'timer.start' },
  {
    type: 'timer.start',
    work: { description: 'a', project: { id: 'not an id' }, task: null, tags: [], billable: false },
  },
  {
    type: 'timer.start',
    work: { description: 'x'.repeat(5001), project: null, task: null, tags: [], billable: false },
  },
  { type: 'timer.update', start: Number.NaN },
  { type: 'timer.update', start: 1.5 },
  { type: 'timer.update', start: 8.64e15 + 1 },
  { type: 'timer.stop', extra: true },
  { type: 'entry.delete', entry: { day: '2026-13-01', id: '01a20aeb-0f03-75a4-bc76-ee2467051c06' } },
  { type: 'undo', step: 0 },
  { type: '__proto__' },
  { type: 'toString' },
])('refused: %j', async (message) => {
  const { table, reached } = listening();
  expect(await route(table, message)).toEqual({ refused: 'misshapen' });
  expect(reached).toEqual([]);
});

test('a command reaches the function that carries it out, as it was sent', async () => {
  const { table, reached } = listening();
  const command = { type: 'entry.delete', entry: { day: '2026-11-19', id: '01a20aeb-0f03-75a4-bc76-ee2467051c06' } };
  expect(await route(table, command)).toMatchObject({ done: true });
  expect(reached).toEqual([command]);
});
