import { useRef } from 'preact/hooks';
import type { Project } from '../../lib/domain/catalogue.ts';
import type { TimeEntry } from '../../lib/domain/entry.ts';
import { durationShort } from '../../lib/domain/format.ts';
import { t } from '../../lib/platform/words.ts';
import { ProjectMark } from '../ui/ProjectMark.tsx';
import { descriptionInName } from '../words-of-time.ts';

interface Props {
  readonly entry: TimeEntry;
  readonly project: Project | undefined;
  readonly on: boolean;
  /** @param stretch with all between it and the one chosen last */
  readonly onChoose: (on: boolean, stretch: boolean) => void;
}

/** An entry that can be chosen. */
export function SelectRow({ entry, project, on, onChoose }: Props) {
  const withShift = useRef(false);
  const name = descriptionInName(entry.description);
  const length = durationShort(entry.end - entry.start);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the box inside
    <label
      class="pick"
      onClick={(event) => {
        if (!event.shiftKey || event.target instanceof HTMLInputElement) return;
        // Firefox does nothing with Shift and a press on a label.
        event.preventDefault();
        onChoose(!on, true);
      }}
    >
      <input
        type="checkbox"
        value={entry.id}
        aria-label={t('selectName', name, project?.name ?? t('noProject'), length)}
        checked={on}
        onKeyDown={(event) => {
          // Firefox does not say so in the click that follows.
          withShift.current = event.key === ' ' && event.shiftKey;
        }}
        onClick={(event) => {
          withShift.current ||= event.shiftKey;
        }}
        onChange={(event) => {
          onChoose(event.currentTarget.checked, withShift.current);
          withShift.current = false;
        }}
      />
      <ProjectMark colour={project?.colour ?? null} />
      <span class="grow trunc" dir="auto">
        {name}
      </span>
      <span class="num">{length}</span>
    </label>
  );
}
