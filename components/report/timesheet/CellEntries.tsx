import { useEffect, useRef } from 'preact/hooks';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { t } from '../../../lib/platform/words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { descriptionInName } from '../../words-of-time.ts';
import { type Named, projectName } from '../named.ts';
import type { Formats } from '../reports/formats.ts';

interface Props {
  /** "Patient portal, Mon 16 November" */
  readonly title: string;
  readonly named: Named;
  readonly entries: readonly TimeEntry[];
  readonly formats: Formats;
  readonly onEdit: (entry: TimeEntry) => void;
  readonly onClose: () => void;
}

/** The entries of one cell, to be opened one by one. */
export function CellEntries({ title, named, entries, formats, onEdit, onClose }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <Dialog label={title} onClose={onClose}>
      <header class="edit-h">
        <h2 class="grow trunc" dir="auto">
          {title}
        </h2>
        <button class="icon" type="button" aria-label={t('close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      <ul class="cell-entries">
        {entries.map((entry, index) => (
          <li key={entry.id}>
            <EntryButton
              entry={entry}
              project={projectName(named, entry.projectId)}
              formats={formats}
              onEdit={onEdit}
              {...(index === 0 ? { first } : {})}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface ButtonProps {
  readonly entry: TimeEntry;
  readonly project: string;
  readonly formats: Formats;
  readonly first?: { current: HTMLButtonElement | null };
  readonly onEdit: (entry: TimeEntry) => void;
}

function EntryButton({ entry, project, formats, first, onEdit }: ButtonProps) {
  const { description, start, end, zone } = entry;
  const length = formats.duration(end - start);
  const [from, to] = [formats.time(start, zone), formats.time(end, zone)];
  return (
    <button
      class="cell-entry"
      type="button"
      ref={first ?? null}
      aria-label={t('editEntryTimes', descriptionInName(description), project, from, to, length)}
      onClick={() => onEdit(entry)}
    >
      <span class="grow trunc" dir="auto">
        {description.trim() || t('noDescription')}
      </span>
      <span class="num quiet">{t('timeSpan', from, to)}</span>
      <b class="num">{length}</b>
    </button>
  );
}
