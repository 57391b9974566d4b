import type { Instant } from '../../lib/domain/entry.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import type { PopupData } from './types.ts';

const DAY = 86_400_000;

/** A quiet line when the last backup is older than the person wants it to be. */
export function BackupReminder({ data, now }: { readonly data: PopupData; readonly now: () => Instant }) {
  const { settings, lastBackup, pages } = data;
  const first = pages.at(-1)?.entries[0]?.start ?? null;
  const since = lastBackup ?? first;
  if (settings.backupEvery === null || since === null || first === null) return null;
  const days = Math.floor((now() - since) / DAY);
  if (days < settings.backupEvery) return null;
  const ago = new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'always' }).format(-days, 'day');
  return (
    <p class="reminder">
      {lastBackup === null ? t('noBackupYet') : t('lastBackup', ago)}{' '}
      <a href="options.html#data" target="_blank" rel="noopener">
        {t('saveABackup')}
      </a>
    </p>
  );
}
