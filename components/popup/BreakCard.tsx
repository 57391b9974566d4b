import type { Instant } from '../../lib/domain/entry.ts';
import type { Paused } from '../../lib/domain/paused.ts';
import { t } from '../../lib/platform/words.ts';
import { useSecond } from '../hooks/useSecond.ts';
import { Icon } from '../ui/Icon.tsx';
import { descriptionInSentence, spanText, timeText } from '../words-of-time.ts';
import { runStopping } from './sentences.ts';
import type { PopupData } from './types.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly paused: Paused;
  readonly data: Pick<PopupData, 'pages'>;
  readonly commands: Commands;
  readonly now: () => Instant;
}

const MINUTE = 60_000;

/** A break: since when, and the way back to the work it interrupted. */
export function BreakCard({ paused, data, commands, now }: Props) {
  const at = useSecond(now, paused.since);
  const page = data.pages.find(({ day }) => day === paused.entry.day);
  const entry = page?.entries.find(({ id }) => id === paused.entry.id);
  const since = timeText(paused.since, entry?.zone ?? Temporal.Now.timeZoneId());
  const ms = Math.max(0, at - paused.since);
  const end = () => runStopping(commands, { type: 'timer.stop' });
  return (
    <section class="break" aria-label={t('onABreak')}>
      <p class="grow">
        <b>{ms < MINUTE ? t('breakSince', since) : t('breakSinceFor', since, spanText(ms))}</b>
        {entry && (
          <span class="trunc quiet" dir="auto">
            {descriptionInSentence(entry.description)}
          </span>
        )}
      </p>
      <button
        class="btn primary"
        type="button"
        onClick={() => void commands.run({ type: 'timer.resume' }, commands.hush)}
      >
        <Icon name="play" size={14} />
        {t('resumeTimer')}
      </button>
      <button class="fold" type="button" onClick={end}>
        {t('endBreak')}
      </button>
    </section>
  );
}
