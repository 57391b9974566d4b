import { t } from '../../lib/platform/words.ts';
import { Note } from '../ui/Note.tsx';
import type { Notice } from './types.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly notice: Notice;
  readonly commands: Commands;
  /** Present while a timer runs. */
  readonly onEditStart: (() => void) | null;
}

/** One sentence that waited to be read, such as what happened at a recovery. */
export function NoticeLine({ notice, commands, onEditStart }: Props) {
  const aboutStart = notice.code === 'noticeClockBack';
  const dismiss = () => void commands.run({ type: 'notice.dismiss' });
  return (
    <div class="over">
      <Note tone="warn">
        {t(notice.code, ...notice.substitutions)}
        <div class="row">
          {aboutStart && onEditStart && (
            <button class="btn sm" type="button" onClick={onEditStart}>
              {t('editStartTimeShort')}
            </button>
          )}
          <button class="btn sm" type="button" onClick={dismiss}>
            {t('dismiss')}
          </button>
        </div>
      </Note>
    </div>
  );
}
