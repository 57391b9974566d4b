import { t } from '../../lib/platform/words.ts';
import type { Shortcuts } from './types.ts';

interface Props {
  readonly shortcuts: Shortcuts;
  readonly running: boolean;
  /** Whether anything was ever tracked: then only the last days are empty. */
  readonly tracked: boolean;
}

/** What stands where the entries will be: how to begin, and what removing the extension does. */
export function EmptyState({ shortcuts, running, tracked }: Props) {
  if (tracked && !running) return <p class="empty">{t('noEntriesLately')}</p>;
  return (
    <section class="empty" aria-labelledby="empty">
      <h2 id="empty">{t(running ? 'firstEntryRunning' : 'nothingTrackedYet')}</h2>
      {!running && <p>{t('nothingTrackedLead')}</p>}
      <ol aria-label={t('keys')}>
        <Key name={t('enterKey')} does={t(running ? 'saveDescriptionKey' : 'startTheTimer')} />
        {shortcuts.open && <Key name={shortcuts.open} does={t('openFromAnyTab')} />}
        {shortcuts.toggle && <Key name={shortcuts.toggle} does={t('startOrStopAnywhere')} />}
      </ol>
      {!running && (
        <p>
          {t('movingFrom')}
          <br />
          <a class="link" href="options.html#data" target="_blank" rel="noopener">
            {t('importACsvFile')}
          </a>
        </p>
      )}
      <p class="last">
        {t('removalDeletes')}{' '}
        <a class="link" href="options.html#data" target="_blank" rel="noopener">
          {t('downloadBackup')}
        </a>
      </p>
    </section>
  );
}

const Key = ({ name, does }: { name: string; does: string }) => (
  <li>
    <span>
      <kbd>{name}</kbd>
    </span>
    <span>{does}</span>
  </li>
);
