import { dayOf } from '../../lib/domain/civil.ts';
import type { Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { dayHeading } from '../../lib/domain/format.ts';
import type { CommandOf } from '../../lib/messaging/commands.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { descriptionInSentence, timeText } from '../words-of-time.ts';
import type { Commands } from './useCommands.ts';

/** "Stopped Fix login redirect loop, 1:07." with Undo; nothing when nothing was stopped. */
export function sayStopped(commands: Commands, stopped: TimeEntry | null, undo: number | null): void {
  if (!stopped) return;
  const length = durationText(stopped.end - stopped.start);
  commands.say(t('stoppedEntry', descriptionInSentence(stopped.description), length), undo);
}

/** Carries out what stops the running timer, if one runs, and says so. */
export const runStopping = (
  commands: Commands,
  command: CommandOf<'timer.stop'> | CommandOf<'timer.continue'> | CommandOf<'favourite.start'>,
): void => void commands.run(command, ({ stopped, undo }) => sayStopped(commands, stopped, undo));

/** A time of day with its day when that is not today's: `14:02`, `20:04 yesterday`, `20:04 on Thu 19 Nov`. */
export function whenText(instant: Instant, zone: string, now: Instant): string {
  const time = timeText(instant, zone);
  const today = dayOf(now, zone);
  const heading = dayHeading(dayOf(instant, zone), today, formatLocale());
  if (heading === 'today') return time;
  return heading === 'yesterday' ? t('timeYesterday', time) : t('timeOnDay', time, heading);
}
