import { useEffect, useRef, useState } from 'preact/hooks';
import type { Project } from '../../lib/domain/catalogue.ts';
import type { Id } from '../../lib/domain/entry.ts';
import type { RecentWork } from '../../lib/domain/suggestions.ts';
import { t } from '../../lib/platform/words.ts';
import { movedBy, optionId } from '../ui/list-keys.ts';
import { focusFirstEntry } from './list-focus.ts';
import { later } from './parts.ts';

interface Props {
  readonly value: string;
  readonly recent: readonly RecentWork[];
  readonly projects: ReadonlyMap<Id, Project>;
  readonly onInput: (value: string) => void;
  readonly onEnter?: () => void;
  readonly onBlur?: () => void;
  readonly onSuggestion: (work: RecentWork) => void;
  /** "@" and what follows it: the project is asked for. */
  readonly onProjectAsked: (description: string, query: string) => void;
}

const LIST = 'earlier';
/** "@" at the start of a word; inside one (an address) it means nothing. */
const askedProject = /^(.*(?:^|\s))@([^@]*)$/su;

/** The textbox of the timer form, with descriptions from before once something is typed. */
export function DescriptionField({ value, recent, projects, ...on }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const more = later.usePart();
  const [typing, setTyping] = useState(false);
  const [active, setActive] = useState(-1);
  const found = typing ? (more?.suggest(recent, value) ?? []).filter((work) => work.description !== value) : [];
  useEffect(() => {
    field.current?.focus();
    // The beginning of a long text says what it is.
    if (field.current) field.current.scrollLeft = 0;
  }, []);

  const close = () => {
    setTyping(false);
    setActive(-1);
  };
  const choose = (work: RecentWork | undefined) => {
    close();
    if (work) on.onSuggestion(work);
  };
  const type = (text: string) => {
    const found = askedProject.exec(text);
    // After Escape the "@" stands and is part of the text.
    const asked = found && value[found[1]?.length ?? 0] !== '@' ? found : null;
    setTyping(!asked);
    setActive(-1);
    if (asked) on.onProjectAsked(asked[1] ?? '', asked[2] ?? '');
    else on.onInput(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const { key } = event;
    const next = key === 'Home' || key === 'End' ? null : movedBy(key, active, found.length);
    if (next !== null) setActive(next);
    else if (key === 'ArrowDown' && found.length === 0) focusFirstEntry();
    else if (key === 'Escape' && found.length > 0) close();
    else if (key === 'Enter' && found[active]) choose(found[active]);
    else if (key === 'Enter' && on.onEnter && !event.ctrlKey && !event.metaKey) on.onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div class="field">
      <label class="vh" for="description">
        {t('whatAreYouWorkingOn')}
      </label>
      <input
        class="in big"
        type="text"
        id="description"
        ref={field}
        dir="auto"
        autocomplete="off"
        maxlength={5000}
        placeholder={t('whatAreYouWorkingOn')}
        value={value}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? LIST : undefined}
        aria-activedescendant={found[active] ? optionId(LIST, active) : undefined}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => {
          close();
          on.onBlur?.();
        }}
        onKeyDown={onKeyDown}
      />
      {more && (
        <more.Suggestions id={LIST} query={value} found={found} active={active} projects={projects} onChoose={choose} />
      )}
    </div>
  );
}
