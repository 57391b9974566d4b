import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import { type Dimension, dimensions } from '../../../lib/domain/report/dimension.ts';
import { t, type Word } from '../../../lib/platform/words.ts';

export const dimensionNames: Readonly<Record<Dimension, Word>> = {
  client: 'client',
  project: 'project',
  task: 'task',
  tag: 'tag',
  day: 'day',
  week: 'week',
  month: 'month',
  description: 'description',
};

const afterThat: Readonly<Record<Dimension, Word>> = {
  client: 'thenClient',
  project: 'thenProject',
  task: 'thenTask',
  tag: 'thenTag',
  day: 'thenDay',
  week: 'thenWeek',
  month: 'thenMonth',
  description: 'thenDescription',
};

type Grouping = Pick<ReportQuery, 'group' | 'inner'>;

interface Props extends Grouping {
  readonly onGroup: (grouping: Grouping) => void;
}

/** Offered first: what people look at most. */
const usual: readonly Grouping[] = [
  { group: 'project', inner: 'description' },
  { group: 'client', inner: 'project' },
  { group: 'day', inner: 'project' },
  { group: 'tag', inner: null },
];

const valueFor = ({ group, inner }: Grouping): string => `${group},${inner ?? ''}`;

const wordsOf = ({ group, inner }: Grouping): string =>
  inner === null ? t(dimensionNames[group]) : t('groupThen', t(dimensionNames[group]), t(afterThat[inner]));

/** Every pair, the first kind before the second, and each kind alone. */
const every: readonly Grouping[] = dimensions.flatMap((group) => [
  { group, inner: null },
  ...dimensions.filter((inner) => inner !== group).map((inner) => ({ group, inner })),
]);

export function GroupField({ group, inner, onGroup }: Props) {
  const rest = every.filter((one) => !usual.some((other) => valueFor(other) === valueFor(one)));
  const option = (one: Grouping) => (
    <option key={valueFor(one)} value={valueFor(one)}>
      {wordsOf(one)}
    </option>
  );
  const choose = (value: string): void => {
    const found = every.find((one) => valueFor(one) === value);
    if (found) onGroup(found);
  };
  return (
    <>
      <label class="muted group-label" for="group-by">
        {t('groupBy')}
      </label>
      <select
        class="in"
        id="group-by"
        value={valueFor({ group, inner })}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {usual.map(option)}
        {dimensions.map((dimension) => (
          <optgroup key={dimension} label={t(dimensionNames[dimension])}>
            {rest.filter((one) => one.group === dimension).map(option)}
          </optgroup>
        ))}
      </select>
    </>
  );
}
