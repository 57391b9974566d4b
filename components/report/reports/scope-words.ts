import type { ReportFilter } from '../../../lib/domain/report/filter.ts';
import { t } from '../../../lib/platform/words.ts';
import { billingWords } from './BillingFilter.tsx';
import type { Names } from './names.ts';

type Kind = 'client' | 'project' | 'task' | 'tag';
const lists = { client: 'clients', project: 'projects', task: 'tasks', tag: 'tags' } as const;
const heads = { client: 'client', project: 'project', task: 'task', tag: 'tag' } as const;

const chosenNames = (kind: Kind, filter: ReportFilter, names: Names): string =>
  filter[lists[kind]].map((id) => names.name(kind, id ?? '')).join(', ');

const tagWords = { any: 'tagsAny', all: 'tagsAll', none: 'tagsNone' } as const;

/** What a report leaves in, in words: `Client: Harbor Supply`, `Billable`. Empty when it is everything. */
export function filterWords(filter: ReportFilter, names: Names): string[] {
  const kinds = (['client', 'project', 'task', 'tag'] as const).filter((kind) => filter[lists[kind]].length > 0);
  const head = (kind: Kind): string =>
    kind === 'tag' && filter.tags.length > 1 ? t(tagWords[filter.tagMode]) : t(heads[kind]);
  const lines = kinds.map((kind) => t('labelled', head(kind), chosenNames(kind, filter, names)));
  const text = filter.text.trim();
  return [...lines, ...billingWords(filter), ...(text === '' ? [] : [t('labelled', t('description'), `“${text}”`)])];
}
