import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Page } from '../../../../lib/domain/entry.ts';
import { DescriptionIndex, isFound } from '../../../../lib/domain/report/description-index.ts';
import { entry } from '../entries.ts';
import { runs } from '../zones.ts';

const texts = fc.constantFrom('', 'Café plan', 'cafe review', 'Straße', 'Plan B', 'plan plan');
const pages: fc.Arbitrary<Page[]> = fc.array(fc.array(texts, { maxLength: 4 }), { maxLength: 6 }).map((all) =>
  all.map((descriptions, index) => ({
    day: `2026-11-${String(10 + index)}`,
    entries: descriptions.map((description, n) => entry({ id: `${index}-${n}`, description })),
  })),
);

test('a search finds the days and the number of what looking through every entry finds', () => {
  fc.assert(
    fc.property(pages, fc.constantFrom('plan', 'CAFE', 'strasse', 'b plan', 'x', ' '), (all, query) => {
      const index = new DescriptionIndex();
      for (const page of all) index.add(page);
      const matches = isFound(query);
      const found = all.map(({ day, entries }) => ({
        day,
        n: entries.filter((one) => matches(one.description)).length,
      }));
      expect(index.find(query)).toEqual({
        days: found.flatMap(({ day, n }) => (n > 0 ? [day] : [])).reverse(),
        entries: found.reduce((sum, { n }) => sum + n, 0),
      });
    }),
    runs(300),
  );
});
