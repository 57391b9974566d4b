import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CatalogueKind, Things } from '../../../lib/domain/catalogue.ts';
import { isFiltered, noFilter, type ReportFilter, type TagMode } from '../../../lib/domain/report/filter.ts';
import type { Rounding } from '../../../lib/domain/settings.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { BillingFilter } from './BillingFilter.tsx';
import {
  type Chosen,
  offer,
  offeredClients,
  offeredProjects,
  offeredTags,
  offeredTasks,
  toggled,
} from './filter-options.ts';
import { GoneNote } from './GoneNote.tsx';
import { goneFrom, goneWords, lists } from './gone.ts';
import { RoundingField } from './RoundingField.tsx';

interface Props {
  readonly filter: ReportFilter;
  readonly things: Things;
  /** Whether all that the filter may name was read. */
  readonly known: boolean;
  readonly rounding: Rounding;
  readonly onRounding: (rounding: Rounding) => void;
  /** A list opens that needs tasks or tags. */
  readonly onAsk: (kind: 'task' | 'tag') => void;
  /** `typing`: another letter of the same choice, no step to go back to. */
  readonly onFilter: (filter: ReportFilter, typing?: boolean) => void;
  readonly children: ComponentChildren;
}

const wordings: Readonly<Record<CatalogueKind, { readonly all: Word; readonly several: Word; readonly none: Word }>> = {
  client: { all: 'allClients', several: 'severalClients', none: 'noClient' },
  project: { all: 'allProjects', several: 'severalProjects', none: 'noProject' },
  task: { all: 'allTasks', several: 'severalTasks', none: 'noTask' },
  tag: { all: 'allTags', several: 'severalTags', none: 'noTag' },
};

const offeredOf = (kind: CatalogueKind, things: Things, filter: ReportFilter) => {
  if (kind === 'client') return offeredClients(things);
  if (kind === 'project') return offeredProjects(things);
  return kind === 'task' ? offeredTasks(things, filter.projects) : offeredTags(things);
};

const summary = (kind: CatalogueKind, filter: ReportFilter, things: Things): string => {
  const { all, several, none } = wordings[kind];
  const chosen: Chosen = filter[lists[kind]];
  if (chosen.length === 0) return t(all);
  if (chosen.length > 1) return t(several, chosen.length);
  const [id] = chosen;
  if (id === null) return t(none);
  return things[kind].find((thing) => thing.id === id)?.name ?? goneWords(kind, goneFrom(kind, filter, things));
};

/** What is left in. Each filter applies to everything on the page. */
export function Filters({ filter, things, known, rounding, onRounding, onAsk, onFilter, children }: Props) {
  const field = (kind: CatalogueKind) => {
    const chosen = filter[lists[kind]];
    return (
      <Combobox
        id={`filter-${kind}`}
        label={t(kind)}
        labelHidden
        many
        placeholder={t(wordings[kind].all)}
        text={summary(kind, filter, things)}
        options={(query) => offer(query, offeredOf(kind, things, filter), t(wordings[kind].none), chosen)}
        onOpen={() => (kind === 'task' || kind === 'tag') && onAsk(kind)}
        onChoose={({ key }) => onFilter({ ...filter, [lists[kind]]: toggled(chosen, key) })}
      />
    );
  };
  return (
    <div class="filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of fields that wraps, not a fieldset */}
      <div class="fields" role="group" aria-label={t('filters')}>
        {field('client')}
        {field('project')}
        {field('task')}
        {field('tag')}
        {filter.tags.length > 0 && (
          <TagModeField mode={filter.tagMode} onMode={(tagMode) => onFilter({ ...filter, tagMode })} />
        )}
        <BillingFilter filter={filter} onFilter={onFilter} />
        <RoundingField rounding={rounding} onRounding={onRounding} />
        <TextFilter text={filter.text} onText={(text) => onFilter({ ...filter, text }, true)} />
        {isFiltered(filter) && (
          <button class="btn ghost" type="button" onClick={() => onFilter(noFilter)}>
            {t('clearFilters')}
          </button>
        )}
      </div>
      <div class="actions">{children}</div>
      {known && <GoneNote filter={filter} things={things} onFilter={onFilter} />}
    </div>
  );
}

const modes: Readonly<Record<TagMode, Word>> = { any: 'tagsAny', all: 'tagsAll', none: 'tagsNone' };

const TagModeField = ({ mode, onMode }: { mode: TagMode; onMode: (mode: TagMode) => void }) => (
  <select
    class="in"
    aria-label={t('tagsMatch')}
    value={mode}
    onChange={(event) => onMode(event.currentTarget.value as TagMode)}
  >
    {(['any', 'all', 'none'] as const).map((one) => (
      <option key={one} value={one}>
        {t(modes[one])}
      </option>
    ))}
  </select>
);

/** Milliseconds without another letter after which the report follows what is typed. */
const PAUSE = 200;

function TextFilter({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      onText(typed);
      setTyped(null);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      class="in"
      type="text"
      dir="auto"
      autocomplete="off"
      aria-label={t('description')}
      placeholder={t('anyDescription')}
      value={typed ?? text}
      onInput={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
