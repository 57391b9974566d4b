import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Absence,
  type AwaySpan,
  absenceAfter,
  addAway,
  awaySince,
  awayThrough,
  type IdleState,
} from '../../../lib/domain/away.ts';
import { running } from './entries.ts';
import { runs } from './zones.ts';

const minute = 60_000;
const settings = { awayAfter: 10 };

describe('being away', () => {
  test('is asked about after more than the set minutes, not after exactly as many', () => {
    expect(awaySince(0, 10 * minute, true, settings)).toBeNull();
    expect(awaySince(0, 10 * minute + 1, true, settings)).toEqual({ start: 0, end: 10 * minute + 1, cause: 'asleep' });
  });

  test('is called closed when the browser was started anew', () => {
    expect(awaySince(0, 60 * minute, false, settings)?.cause).toBe('closed');
  });

  test('is not asked about when never wanted, when nothing is known, or when the clock went back', () => {
    expect(awaySince(0, 600 * minute, true, { awayAfter: null })).toBeNull();
    expect(awaySince(null, 600 * minute, true, settings)).toBeNull();
    expect(awaySince(600 * minute, 0, true, settings)).toBeNull();
  });
});

describe('what the browser says of somebody', () => {
  const told = (states: readonly (readonly [number, IdleState])[]): Absence | null =>
    states.reduce<Absence | null>((absence, [at, state]) => absenceAfter(absence, state, at * minute, settings), null);

  test('idle began before it was said, a lock when it was said', () => {
    expect(told([[30, 'idle']])).toEqual({ since: 20 * minute, cause: 'idle' });
    expect(told([[30, 'locked']])).toEqual({ since: 30 * minute, cause: 'locked' });
  });

  test('a lock after idling, and idling after a lock, begin with the first of them', () => {
    const both = { since: 20 * minute, cause: 'locked' };
    expect(
      told([
        [30, 'idle'],
        [35, 'locked'],
      ]),
    ).toEqual(both);
    expect(
      told([
        [20, 'locked'],
        [30, 'idle'],
      ]),
    ).toEqual(both);
  });

  test('it ends with the first touch, and is nothing where nobody wants to be asked', () => {
    expect(
      told([
        [30, 'idle'],
        [31, 'active'],
      ]),
    ).toBeNull();
    expect(absenceAfter(null, 'idle', 0, { awayAfter: null })).toBeNull();
  });

  test('a lock shorter than the threshold is not asked about: it is not cut back by the whole of it', () => {
    const locked: Absence = { since: 0, cause: 'locked' };
    expect(awayThrough(locked, 9 * minute, settings)).toBeNull();
    expect(awayThrough(locked, 10 * minute, settings)).toEqual({ start: 0, end: 10 * minute, cause: 'locked' });
    expect(awayThrough(locked, 600 * minute, { awayAfter: null })).toBeNull();
    expect(awayThrough(null, 600 * minute, settings)).toBeNull();
  });
});

describe('the question', () => {
  const span = (start: number, end: number, cause: AwaySpan['cause'] = 'asleep'): AwaySpan => ({ start, end, cause });

  test('begins no earlier than the entry it is about, and is not asked about time before it', () => {
    expect(addAway(null, running({ start: 5 }), span(0, 9))).toEqual({ entryId: 'first', spans: [span(5, 9)] });
    expect(addAway(null, running({ start: 9 }), span(0, 9))).toBeNull();
  });

  test('makes one of away times that touch; of two causes neither is claimed', () => {
    const asked = addAway(null, running(), span(1, 5));
    expect(addAway(asked, running(), span(5, 9))?.spans).toEqual([span(1, 9)]);
    expect(addAway(asked, running(), span(5, 9, 'closed'))?.spans).toEqual([span(1, 9, 'away')]);
    expect(addAway(asked, running(), span(6, 9, 'closed'))?.spans).toEqual([span(1, 5), span(6, 9, 'closed')]);
  });

  test('about another entry is forgotten', () => {
    const asked = addAway(null, running({ id: 'other' }), span(1, 5));
    expect(addAway(asked, running(), span(7, 9))).toEqual({ entryId: 'first', spans: [span(7, 9)] });
  });

  test('holds every moment away since the start, once, in order, whatever order the away times come in', () => {
    const anySpan = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 15 }))
      .map(([start, length]) => span(start, start + length));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 6 }), fc.integer({ min: 0, max: 60 }), (spans, start) => {
        const timer = running({ start });
        let question = null as ReturnType<typeof addAway>;
        for (const one of spans) question = addAway(question, timer, one);
        const away = question?.spans ?? [];
        const within = (moment: number) => (one: AwaySpan) => one.start <= moment && moment < one.end;
        for (let moment = 0; moment < 80; moment += 1) {
          expect(away.filter(within(moment)).length).toBe(moment >= start && spans.some(within(moment)) ? 1 : 0);
        }
        for (const [index, one] of away.entries()) {
          expect(one.start).toBeLessThan(one.end);
          expect(one.start).toBeGreaterThan(away[index - 1]?.end ?? -1);
        }
        expect(question === null).toBe(away.length === 0);
      }),
      runs(500),
    );
  });
});
