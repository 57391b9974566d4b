import { type CatalogueKind, catalogueKinds } from '../../../lib/domain/catalogue.ts';
import type { ReportFilter } from '../../../lib/domain/report/filter.ts';
import { t } from '../../../lib/platform/words.ts';
import { billingWords } from './BillingFilter.tsx';
import { goneFrom, goneWords, lists } from './gone.ts';
import type { Base } from './useBase.ts';

type Known = Pick<Base, 'names' | 'things'>;

const chosenNames = (kind: CatalogueKind, filter: ReportFilter, { names, things }: Known): string => {
  const gone = goneFrom(kind, filter, things);
  const there = filter[lists[kind]].filter((id) => id === null || !gone.includes(id));
  return [...there.map((id) => names.name(kind, id ?? '')), goneWords(kind, gone)].filter(Boolean).join(', ');
};

const tagWords = { any: 'tagsAny', all: 'tagsAll', none: 'tagsNone' } as const;

/** What a report leaves in, in words: `Client: Harbor Supply`, `Billable`. Empty when it is everything. */
export function filterWords(filter: ReportFilter, known: Known): string[] {
  const filtered = catalogueKinds.filter((kind) => filter[lists[kind]].length > 0);
  const head = (kind: CatalogueKind): string =>
    kind === 'tag' && filter.tags.length > 1 ? t(tagWords[filter.tagMode]) : t(kind);
  const lines = filtered.map((kind) => t('labelled', head(kind), chosenNames(kind, filter, known)));
  const text = filter.text.trim();
  return [...lines, ...billingWords(filter), ...(text === '' ? [] : [t('labelled', t('description'), `“${text}”`)])];
}
