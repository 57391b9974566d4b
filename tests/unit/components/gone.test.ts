import { expect, test, vi } from 'vitest';
import { noFilter, type ReportFilter } from '../../../lib/domain/report/filter.ts';

vi.mock('../../../lib/platform/words.ts', () => ({
  t: (word: string, count: string) => `${count} ${word}`,
  formatLocale: () => 'en',
}));
const { goneFrom, goneWords, withoutGone } = await import('../../../components/report/reports/gone.ts');

const things = { client: [{ id: 'c1' }], project: [], task: [], tag: [{ id: 't1' }] } as never;
const filter: ReportFilter = {
  ...noFilter,
  clients: ['c1', 'c2', null],
  projects: ['p1'],
  tags: ['t1', 't2', 't3'],
  text: 'kept',
};

test('what a filter names and nobody has is told by kind, and goes without the rest', () => {
  expect(goneFrom('client', filter, things)).toEqual(['c2']);
  expect(goneWords('client', ['c2'])).toBe('1 deletedClients_one');
  expect(goneWords('tag', goneFrom('tag', filter, things))).toBe('2 deletedTags_other');
  expect(goneWords('task', goneFrom('task', filter, things))).toBe('');
  expect(withoutGone(filter, things)).toEqual({ ...filter, clients: ['c1', null], projects: [], tags: ['t1'] });
});
