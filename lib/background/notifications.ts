import type { NotificationKind, Settings } from '../domain/settings.ts';
import { notify } from '../platform/notifications.ts';
import { openPopup } from '../platform/open-popup.ts';
import { onWake } from '../platform/wakes.ts';
import { t, type Word } from '../platform/words.ts';

const titles = {
  away: 'notifyAway',
  longTimer: 'notifyLongTimer',
  nothingRunning: 'notifyNothingRunning',
  stopAt: 'notifyStopAt',
  pomodoro: 'notifyPomodoro',
  goal: 'notifyGoal',
} as const satisfies Record<NotificationKind, Word>;

/** Tells the person, if they chose to be told of this. What is said holds no description: screens are shared. */
export async function tell(kind: NotificationKind, settings: Settings, message: string): Promise<void> {
  if (settings.notifications.includes(kind)) await notify(kind, t(titles[kind]), message);
}

/** A click opens the popup, where the question or the timer is. Closing a notification decides nothing. */
export const openOnNotificationClick = (): void => onWake('notification', () => void openPopup());
