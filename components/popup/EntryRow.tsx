import type { Client, Project } from '../../lib/domain/catalogue.ts';
import type { TimeEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { InvoiceLock } from '../ui/InvoiceLock.tsx';
import { ProjectMark } from '../ui/ProjectMark.tsx';
import { descriptionInName } from '../words-of-time.ts';

interface Props {
  readonly entry: TimeEntry;
  readonly project: Project | undefined;
  readonly client: Client | undefined;
  /** Milliseconds of the break that this entry was followed by; 0: none. */
  readonly breakAfter: number;
  readonly onEdit: () => void;
  readonly onContinue: () => void;
}

const MINUTE = 60_000;

export function EntryRow({ entry, project, client, breakAfter, onEdit, onContinue }: Props) {
  const description = entry.description.trim();
  const name = descriptionInName(description);
  const length = durationText(entry.end - entry.start);
  return (
    <>
      {breakAfter >= MINUTE && <li class="pause">{t('breakOf', durationText(breakAfter))}</li>}
      <li class="entry" data-entry={entry.id}>
        <button
          class="open"
          type="button"
          aria-label={t('editEntryName', name, project?.name ?? t('noProject'), length)}
          onClick={onEdit}
        >
          <span class={description ? 'd trunc' : 'd trunc none'} dir="auto">
            {description || t('noDescription')}
          </span>
          <span class="p">
            <ProjectMark colour={project?.colour ?? null} />
            <span class="trunc" dir="auto">
              {project?.name ?? t('noProject')}
              {client && <span class="cl"> · {client.name}</span>}
            </span>
          </span>
          <span class="t num">
            <InvoiceLock entry={entry} /> {length}
          </span>
        </button>
        <button
          class="icon"
          type="button"
          aria-label={t('continueName', name)}
          title={t('continueEntry')}
          onClick={onContinue}
        >
          <Icon name="play" size={14} />
        </button>
      </li>
    </>
  );
}
