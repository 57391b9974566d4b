import type { ComponentChildren } from 'preact';
import type { Colour } from '../../lib/domain/catalogue.ts';
import { Icon } from './Icon.tsx';
import { LazyListbox } from './LazyListbox.tsx';
import type { Option } from './Listbox.tsx';
import { optionId } from './list-keys.ts';
import { type Asked, type OpenList, onListKey, useOpenList } from './open-list.ts';
import { ProjectMark } from './ProjectMark.tsx';

export interface ComboboxProps {
  readonly id: string;
  readonly label: string;
  /** Whether the label is only for screen readers. */
  readonly labelHidden?: boolean;
  readonly placeholder: string;
  readonly disabled?: boolean;
  /** What is chosen, shown while nothing is typed. */
  readonly text: string;
  /** Present when a project's mark stands in the field; null: an empty one. */
  readonly colour?: Colour | null;
  /** What to offer for what is typed. */
  readonly options: (query: string) => readonly Option[];
  /** The list opens: the time to read what it will show. */
  readonly onOpen: () => void;
  readonly onChoose: (option: Option) => void;
  /** Several can be chosen; they stand before the field. */
  readonly chips?: ComponentChildren;
  /** Several can be chosen, and the text says which. */
  readonly many?: boolean;
  /** Backspace in the empty field. */
  readonly onBackspace?: () => void;
  /** Opens the list with this already typed, each time it is another object. */
  readonly asked?: Asked | null;
  /** Escape, with what was typed. */
  readonly onEscape?: (typed: string) => void;
}

const nothing = () => {};

/** One field for project, client, task and tags: what is typed filters, the focus stays in the field. */
export function Combobox(props: ComboboxProps) {
  const { id, label, chips, colour } = props;
  const chipped = chips !== undefined;
  const many = chipped || props.many === true;
  const list = useOpenList({
    asked: null,
    onEscape: nothing,
    onBackspace: nothing,
    ...props,
    many,
  });
  return (
    <div class={props.labelHidden ? 'combo-w' : 'combo-w f'}>
      <label class={props.labelHidden ? 'vh' : undefined} for={id}>
        {label}
      </label>
      <div class={chipped ? 'tags' : 'combo'}>
        {chips}
        {colour !== undefined && <ProjectMark colour={list.typed === null ? colour : null} />}
        <Field {...props} list={list} chipped={chipped} />
        {!chipped && <Icon name="down" />}
      </div>
      {list.open && list.shown.length > 0 && (
        <LazyListbox
          id={`${id}-list`}
          label={label}
          options={list.shown}
          active={list.active}
          many={many}
          more={list.more}
          onChoose={list.choose}
        />
      )}
    </div>
  );
}

type FieldProps = ComboboxProps & { readonly list: OpenList; readonly chipped: boolean };

function Field({ id, text, placeholder, disabled, list, chipped }: FieldProps) {
  return (
    <input
      class={chipped ? undefined : 'in'}
      type="text"
      id={id}
      ref={list.field}
      role="combobox"
      dir="auto"
      autocomplete="off"
      spellcheck={false}
      placeholder={placeholder}
      disabled={disabled}
      aria-expanded={list.open}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={list.open && list.active >= 0 ? optionId(`${id}-list`, list.active) : undefined}
      value={list.typed ?? text}
      onInput={(event) => list.type(event.currentTarget.value)}
      onClick={list.show}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={list.leave}
      onKeyDown={(event) => {
        if (event.isComposing || !onListKey(event, list)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
