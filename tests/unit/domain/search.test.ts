import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../lib/domain/fold.ts';
import { prepareSearch, search } from '../../../lib/domain/search.ts';
import { runs } from './zones.ts';

const found = (names: readonly string[], query: string, limit?: number) =>
  search(
    prepareSearch(names, (name) => name),
    query,
    limit,
  ).map(({ item }) => item);
/** The name with the marked parts in brackets. */
const marked = (name: string, query: string) =>
  search(
    prepareSearch([name], (one) => one),
    query,
  ).map(({ ranges }) =>
    ranges.toReversed().reduce((text, [a, b]) => `${text.slice(0, a)}[${text.slice(a, b)}]${text.slice(b)}`, name),
  )[0];

describe('searching', () => {
  test('finds a name whatever its case and accents', () => {
    expect(found(['Café Łódź', 'Straße', 'Ærø'], 'LODZ')).toEqual(['Café Łódź']);
    expect(found(['Café Łódź', 'Straße', 'Ærø'], 'strasse')).toEqual(['Straße']);
    expect(found(['Café Łódź', 'Straße', 'Ærø'], 'aero')).toEqual(['Ærø']);
    expect(found(['cafe'], 'CAFÉ')).toEqual(['cafe']);
    expect(found(['ΟΔΟΣ', 'İstanbul'], 'οδός')).toEqual(['ΟΔΟΣ']);
    expect(found(['İstanbul'], 'istanbul')).toEqual(['İstanbul']);
  });

  test('puts names with a word that begins so first, and else keeps their order', () => {
    expect(found(['Core', 'Redesign', 'Acme (re)', 'Store', 'New report'], 're')).toEqual([
      'Redesign',
      'Acme (re)',
      'New report',
      'Core',
      'Store',
    ]);
  });

  test('wants every word of the query, in any order', () => {
    expect(found(['Acme website', 'Acme app', 'Website'], 'web acme')).toEqual(['Acme website']);
  });

  test('gives everything for nothing, and no more than wanted', () => {
    expect(found(['b', 'a'], '  ')).toEqual(['b', 'a']);
    expect(found(['xa', 'xa2', 'a1', 'a2', 'a3'], 'a', 2)).toEqual(['a1', 'a2']);
    expect(found(['xa', 'xb', 'a1', 'xa2'], 'a', 2)).toEqual(['a1', 'xa']);
  });

  test('marks what matched, whole letters with their accents', () => {
    expect(marked('New report', 're')).toBe('New [re]port');
    expect(marked('Straße', 'stras')).toBe('[Straß]e');
    expect(marked('Cafe\u0301 noir', 'cafe')).toBe('[Cafe\u0301 ]noir'.replace(' ]', '] '));
    expect(marked('Acme website', 'web ac')).toBe('[Ac]me [web]site');
    expect(marked('😀 Reise', 'rei')).toBe('😀 [Rei]se');
    expect(marked('aaa', 'a aa')).toBe('[aa]a');
    expect(marked('abc', '')).toBe('abc');
  });

  test('marks parts that are alike with the query, within the name, in order and apart', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'ß', 'e\u0301', ' ', '😀', 'ﬁ'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (name, query) => {
        const terms = fold(query)
          .split(/\s+/)
          .filter((term) => term !== '');
        const [match] = search(
          prepareSearch([name], (one) => one),
          query,
        );
        expect(match !== undefined).toBe(terms.every((term) => fold(name).includes(term)));
        let last = -1;
        for (const [start, end] of match?.ranges ?? []) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(name.length);
        const all = (match?.ranges ?? []).map(([start, end]) => fold(name.slice(start, end)));
        if (match !== undefined) for (const term of terms) expect(all.some((part) => part.includes(term))).toBe(true);
      }),
      runs(2000),
    );
  });

  test('among 20,000 names is quick enough for typing', () => {
    const names = Array.from({ length: 20_000 }, (_, n) => `Projekt Größe ${n}`);
    const index = prepareSearch(names, (name) => name);
    const before = performance.now();
    search(index, 'gro 12', 50);
    search(index, 'nothing like it', 50);
    expect(performance.now() - before).toBeLessThan(200);
  });
});
