import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Colour } from '../../lib/domain/catalogue.ts';
import type { MarkRange } from '../../lib/domain/search.ts';
import { t } from '../../lib/platform/words.ts';
import { Icon } from './Icon.tsx';
import { optionId } from './list-keys.ts';
import { ProjectMark } from './ProjectMark.tsx';

export interface Option {
  readonly key: string;
  readonly label: string;
  /** Heading it stands under; options of one group follow each other. */
  readonly group?: string;
  /** Present when a project's mark stands before it; null: an empty one. */
  readonly colour?: Colour | null;
  /** Quiet words after the label. */
  readonly detail?: string;
  readonly ranges?: readonly MarkRange[];
  readonly selected?: boolean;
  /** The name of what choosing it makes, instead of choosing what exists. */
  readonly create?: string;
}

export interface ListboxProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** Index of the option that Enter would choose; -1: none. */
  readonly active: number;
  readonly many?: boolean;
  /** Whether there are more options than are shown. */
  readonly more?: boolean;
  readonly onChoose: (option: Option) => void;
}

/** The list of a field that keeps the focus: the field names the active option (WAI-ARIA combobox with a listbox popup). */
export function Listbox({ id, label, options, active, many = false, more = false, onChoose }: ListboxProps) {
  const list = useRef<HTMLDivElement>(null);
  useFitInside(list);
  useLayoutEffect(() => {
    if (active >= 0)
      list.current?.querySelector(`#${CSS.escape(optionId(id, active))}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div
      class="listbox"
      role="listbox"
      id={id}
      ref={list}
      aria-label={label}
      aria-multiselectable={many || undefined}
      // The field keeps the focus while the pointer is in its list.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groupsOf(options).map(({ group, first, members }) => {
        const rows = members.map((option, offset) => (
          <OptionRow
            key={option.key}
            id={optionId(id, first + offset)}
            option={option}
            active={first + offset === active}
            onChoose={onChoose}
          />
        ));
        if (group === undefined) return rows;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div role="group" key={`group ${group}`} aria-labelledby={`${id}-group-${first}`}>
            <div class="grp" id={`${id}-group-${first}`} role="presentation" dir="auto">
              {group}
            </div>
            {rows}
          </div>
        );
      })}
      {more && (
        <div class="grp" role="presentation">
          {t('typeToNarrow')}
        </div>
      )}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly option: Option;
  readonly active: boolean;
  readonly onChoose: (option: Option) => void;
}

const OptionRow = ({ id, option, active, onChoose }: RowProps) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
  // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field
  <div
    class={`opt${active ? ' active' : ''}${option.create !== undefined ? ' new' : ''}`}
    role="option"
    id={id}
    aria-selected={option.selected ?? false}
    onClick={() => onChoose(option)}
  >
    {option.create !== undefined && (
      <span class="plus">
        <Icon name="plus" />
      </span>
    )}
    {option.colour !== undefined && <ProjectMark colour={option.colour} />}
    <span class="trunc grow" dir="auto">
      {marked(option.label, option.ranges ?? [])}
      {option.detail && <span class="quiet"> · {option.detail}</span>}
    </span>
    {option.create === undefined && (
      <span class="tick">
        <Icon name="tick" />
      </span>
    )}
  </div>
);

const marked = (label: string, ranges: readonly MarkRange[]) => {
  let at = 0;
  const parts = ranges.flatMap(([start, end]) => {
    const before = label.slice(at, start);
    at = end;
    return [before, <b key={start}>{label.slice(start, end)}</b>];
  });
  return [...parts, label.slice(at)];
};

const groupsOf = (options: readonly Option[]) => {
  const groups: { group: string | undefined; first: number; members: Option[] }[] = [];
  for (const [index, option] of options.entries()) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, first: index, members: [option] });
  }
  return groups;
};

/** Keeps the list within the popup, below its field if there is room, else above. */
function useFitInside(list: { readonly current: HTMLDivElement | null }) {
  useLayoutEffect(() => {
    const element = list.current;
    const popup = element?.closest('.popup')?.getBoundingClientRect();
    if (!element || !popup) return;
    const margin = 8;
    const room = Math.min(popup.bottom, innerHeight) - element.getBoundingClientRect().top - margin;
    element.style.maxHeight = `${Math.max(120, Math.min(400, room))}px`;
  }, [list]);
}
