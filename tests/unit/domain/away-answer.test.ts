import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AwayChoice, type AwayQuestion, type AwaySpan, addAway } from '../../../lib/domain/away.ts';
import { resolveAway } from '../../../lib/domain/away-answer.ts';
import type { Span } from '../../../lib/domain/entry.ts';
import { identities, running } from './entries.ts';
import { runs } from './zones.ts';

const asked = (...spans: [number, number][]): AwayQuestion => ({
  entryId: 'first',
  spans: spans.map(([start, end]) => ({ start, end, cause: 'asleep' })),
});
const timer = running({ start: 100, description: 'Design', projectId: 'acme', tagIds: ['a'], billable: true });
const answer = (choice: AwayChoice, question: AwayQuestion, now = 1000) =>
  resolveAway(timer, question, choice, now, identities());

describe('"You were away"', () => {
  test('keep: nothing changes', () => {
    expect(answer('keep', asked([300, 500]))).toEqual({ stopped: [], running: timer });
  });

  test('discard: the entry ends where the away time began and the same work goes on at the return', () => {
    expect(answer('discard', asked([300, 500]))).toEqual({
      stopped: [{ ...timer, end: 300, changed: 1000 }],
      running: { ...timer, id: 'new-1', number: 101, start: 500, created: 1000, changed: 1000 },
    });
  });

  test('split: the away time becomes an entry of its own, of the project that was chosen', () => {
    const awayWork = { projectId: 'beta', taskId: null, billable: false, rate: null, description: 'Lunch' };
    const { stopped, running: goesOn } = resolveAway(timer, asked([300, 500]), 'split', 1000, identities(), awayWork);
    expect(stopped.map(({ start, end, projectId, description }) => [start, end, projectId, description])).toEqual([
      [100, 300, 'acme', 'Design'],
      [300, 500, 'beta', 'Lunch'],
    ]);
    expect(goesOn).toMatchObject({ start: 500, end: null, projectId: 'acme', description: 'Design', tagIds: ['a'] });
  });

  test('stop: one entry that ends at the first away time, and no timer', () => {
    expect(answer('stop', asked([300, 500], [700, 900]))).toEqual({
      stopped: [{ ...timer, end: 300, changed: 1000 }],
      running: null,
    });
  });

  test('away from the very start: no empty entry is left and the timer stays the same entry', () => {
    expect(answer('discard', asked([100, 500]))).toEqual({
      stopped: [],
      running: { ...timer, start: 500, changed: 1000 },
    });
    expect(answer('stop', asked([100, 500]))).toEqual({ stopped: [], running: null });
  });

  test('twice away, once from the very start: the work between is the same entry', () => {
    const { stopped, running: goesOn } = answer('discard', asked([100, 300], [500, 700]));
    expect(stopped.map(({ id, start, end }) => [id, start, end])).toEqual([['first', 300, 500]]);
    expect(goesOn).toMatchObject({ id: 'new-1', start: 700 });
  });

  test('nobody was away in the future: after the clock was set back the timer goes on from now', () => {
    expect(answer('discard', asked([300, 500]), 400).running?.start).toBe(400);
    expect(answer('discard', asked([300, 500]), 200)).toEqual({ stopped: [], running: timer });
    expect(answer('stop', asked([300, 500]), 200).stopped[0]?.end).toBe(300);
  });
});

describe('whatever the away times', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]): AwaySpan => ({ start, end: start + length, cause: 'closed' }));
  const scene = fc
    .record({ start: fc.integer({ min: 0, max: 60 }), spans: fc.array(span, { minLength: 1, maxLength: 5 }) })
    .map(({ start, spans }) => {
      const entry = running({ start });
      return { entry, spans, question: spans.reduce<AwayQuestion | null>((q, one) => addAway(q, entry, one), null) };
    })
    .filter((made) => made.question !== null);
  const now = 200;
  const choices = fc.constantFrom<AwayChoice>('keep', 'discard', 'split', 'stop');
  const moments = ({ start, end }: Span) => Array.from({ length: end - start }, (_, n) => start + n);

  test('pieces are in order, share no time and have an identity each; one of them is still the entry it was', () => {
    fc.assert(
      fc.property(scene, choices, ({ entry, question }, choice) => {
        if (question === null) return;
        const { stopped, running: goesOn } = resolveAway(entry, question, choice, now, identities());
        const all = [...stopped, ...(goesOn === null ? [] : [{ ...goesOn, end: now }])];
        for (const [index, piece] of all.entries()) {
          expect(piece.start).toBeLessThan(piece.end);
          expect(piece.start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? entry.start);
        }
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
        if (goesOn !== null) expect(all.filter(({ id }) => id === entry.id).length).toBe(1);
      }),
      runs(500),
    );
  });

  test('not a moment is lost or invented: keep and split hold all, discard all but the time away', () => {
    fc.assert(
      fc.property(scene, choices, ({ entry, spans, question }, choice) => {
        if (question === null) return;
        const { stopped, running: goesOn } = resolveAway(entry, question, choice, now, identities());
        const held = [...stopped, ...(goesOn === null ? [] : [{ ...goesOn, end: now }])].flatMap(moments);
        const all = moments({ start: entry.start, end: now });
        const away = (moment: number) => spans.some(({ start, end }) => start <= moment && moment < end);
        const firstAway = all.find(away) ?? now;
        if (choice === 'keep' || choice === 'split') expect(held).toEqual(all);
        if (choice === 'discard') expect(held).toEqual(all.filter((moment) => !away(moment)));
        if (choice === 'stop') expect(held).toEqual(all.filter((moment) => moment < firstAway));
      }),
      runs(500),
    );
  });
});
