import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Work } from '../../../lib/domain/entry.ts';
import { type RecentWork, rememberWork, suggest } from '../../../lib/domain/suggestions.ts';
import { sameWork } from '../../../lib/domain/timer.ts';
import { runs } from './zones.ts';

const work = (description: string, projectId: string | null = null): Work => ({
  description,
  projectId,
  taskId: null,
  tagIds: [],
  billable: false,
});
const remembered = (...works: Work[]) =>
  works.reduce<RecentWork[]>((list, one, index) => rememberWork(list, one, index), []);

describe('recent work', () => {
  test('is kept once, the most recent first, never without a description', () => {
    const list = remembered(work('Mail'), work('Design'), work('  '), work('Mail'), work('Mail', 'acme'));
    expect(list.map(({ description, projectId, lastUsed }) => [description, projectId, lastUsed])).toEqual([
      ['Mail', 'acme', 4],
      ['Mail', null, 3],
      ['Design', null, 1],
    ]);
  });

  test('holds at most 100 pieces, all different, most recent first, the last one always among them', () => {
    const anyWork = fc.record({
      description: fc.string({ maxLength: 2 }),
      projectId: fc.constantFrom(null, 'acme'),
      taskId: fc.constant(null),
      tagIds: fc.subarray(['a', 'b']),
      billable: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyWork, { maxLength: 40 }), (works) => {
        const list = remembered(...works);
        const wanted = works.filter(({ description }) => description.trim() !== '');
        for (const [index, one] of list.entries()) {
          expect(list.findIndex((other) => sameWork(one, other))).toBe(index);
          expect(one.lastUsed).toBeLessThan(list[index - 1]?.lastUsed ?? Number.POSITIVE_INFINITY);
        }
        for (const one of wanted) expect(list.some((other) => sameWork(one, other))).toBe(true);
      }),
      runs(200),
    );
    const many = remembered(...Array.from({ length: 310 }, (_, n) => work(`Task ${n}`)));
    expect(many.length).toBe(100);
    expect(many[0]?.description).toBe('Task 309');
  });

  test('keeps nothing but the work of an entry', () => {
    const entry = { ...work('Mail'), id: 'first', start: 5 };
    expect(rememberWork([], entry, 7)).toEqual([{ ...work('Mail'), lastUsed: 7 }]);
  });

  test('is offered while a description is typed: eight at most, none before', () => {
    const list = remembered(...Array.from({ length: 12 }, (_, n) => work(`Task ${n}`)), work('Réunion'));
    expect(suggest(list, 'reu').map(({ description }) => description)).toEqual(['Réunion']);
    expect(suggest(list, 'task').map(({ description }) => description)).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4].map((n) => `Task ${n}`),
    );
    expect(suggest(list, ' ')).toEqual([]);
  });
});
