import { formatLocale, t } from '../../../lib/platform/words.ts';
import type { Restore, RestoreLook, RunningChoice } from '../../hooks/useRestore.ts';
import { counted } from './counted.ts';
import { dateTimeText } from './when.ts';

interface Props {
  readonly restore: Restore;
  readonly look: RestoreLook;
  readonly busy: boolean;
}

/** What a backup holds, and what restoring it would do, before it is done. */
export function RestorePanel({ restore, look, busy }: Props) {
  const { contents, mode, running, present } = look;
  const { things, entries } = contents;
  const made = contents.created === null ? contents.name : dateTimeText(contents.created);
  return (
    <section class="under look" aria-labelledby="restore-heading">
      <h3 id="restore-heading">{t('backupOf', made)}</h3>
      <p class="summary" role="status">
        {[
          counted('entries', entries.count),
          counted('projects', things.project.length),
          counted('clients', things.client.length),
        ].join(', ')}
      </p>
      {entries.count > 0 && <p class="muted">{spanOf(entries)}</p>}
      <fieldset class="seg" disabled={busy}>
        <legend class="vh">{t('howToRestore')}</legend>
        {(['replace', 'merge'] as const).map((way) => (
          <label key={way}>
            <input
              type="radio"
              name="restore-mode"
              checked={mode === way}
              onChange={() => restore.change({ ...look, mode: way })}
            />
            <span>{t(way === 'replace' ? 'replaceAll' : 'addMissing')}</span>
          </label>
        ))}
      </fieldset>
      <p class="muted">{t(mode === 'replace' ? 'replaceAllHelp' : 'addMissingHelp')}</p>
      {contents.running && (
        <div class="f">
          <label for="restore-running">
            {t(
              'backupRunning',
              contents.running.description || t('noDescription'),
              dateTimeText(contents.running.start),
            )}
          </label>
          <select
            class="in"
            id="restore-running"
            value={running}
            disabled={busy}
            onChange={(event) => restore.change({ ...look, running: event.currentTarget.value as RunningChoice })}
          >
            <option value="leave">{t('runningLeave')}</option>
            <option value="entry">{t('runningEntry')}</option>
            {!present && mode === 'replace' && <option value="run">{t('runningRun')}</option>}
          </select>
        </div>
      )}
      <div class="acts">
        <button class="btn primary" type="button" disabled={busy} onClick={restore.commit}>
          {t('restore')}
        </button>
        <button class="btn" type="button" disabled={busy} onClick={restore.close}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}

function spanOf({ first, last }: RestoreLook['contents']['entries']): string {
  const day = (at: number): string => new Date(at).toLocaleDateString(formatLocale(), { dateStyle: 'medium' });
  return t('backupSpan', day(first), day(last));
}
