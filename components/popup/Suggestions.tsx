import type { Project } from '../../lib/domain/catalogue.ts';
import type { Id } from '../../lib/domain/entry.ts';
import { type MarkRange, prepareSearch, search } from '../../lib/domain/search.ts';
import type { RecentWork } from '../../lib/domain/suggestions.ts';
import { t } from '../../lib/platform/words.ts';
import { LazyListbox } from '../ui/LazyListbox.tsx';

interface Props {
  readonly id: string;
  /** What is typed. */
  readonly query: string;
  readonly found: readonly RecentWork[];
  readonly active: number;
  readonly projects: ReadonlyMap<Id, Project>;
  readonly onChoose: (work: RecentWork | undefined) => void;
}

/** Work done before, under the description; said to screen readers too, as a textbox cannot say that it has a list. */
export const Suggestions = ({ id, query, found, active, projects, onChoose }: Props) => (
  <>
    <span class="vh" role="status">
      {found.length > 0 && t('earlierDescriptionsFound', found.length)}
    </span>
    {found.length > 0 && (
      <LazyListbox
        id={id}
        label={t('earlierDescriptions')}
        active={active}
        options={marked(found, query).map(({ item, ranges }, index) => optionOf(item, ranges, index, projects))}
        onChoose={({ key }) => onChoose(found[Number(key)])}
      />
    )}
  </>
);

/** In the order they were found in. */
const marked = (found: readonly RecentWork[], query: string) =>
  found.flatMap((work) =>
    search(
      prepareSearch([work], ({ description }) => description),
      query,
    ),
  );

const optionOf = (
  work: RecentWork,
  ranges: readonly MarkRange[],
  index: number,
  projects: ReadonlyMap<Id, Project>,
) => {
  const project = work.projectId === null ? undefined : projects.get(work.projectId);
  return {
    key: String(index),
    label: work.description,
    ranges,
    colour: project?.colour ?? null,
    ...(project ? { detail: project.name } : {}),
  };
};
