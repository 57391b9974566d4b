import { t } from '../../../lib/platform/words.ts';
import { Note } from '../../ui/Note.tsx';
import { AwayRows } from './AwayRows.tsx';
import { GoalRows } from './GoalRows.tsx';
import { NotificationRows } from './NotificationRows.tsx';
import { PomodoroRows } from './PomodoroRows.tsx';
import { ReminderRows } from './ReminderRows.tsx';
import { useNotifications } from './useNotifications.ts';

export function TimerSection() {
  const notifications = useNotifications();
  return (
    <section class="sec" id="timer" aria-labelledby="timer-heading">
      <h2 id="timer-heading">{t('timerAndIdle')}</h2>
      <div class="card">
        <AwayRows />
      </div>
      <h3>{t('remindersAndNotifications')}</h3>
      <div class="card">
        {notifications.refused && (
          <div role="alert">
            <Note tone="warn">{notifications.refused}</Note>
          </div>
        )}
        <ReminderRows notifications={notifications} />
        <NotificationRows notifications={notifications} />
      </div>
      <h3>{t('pomodoro')}</h3>
      <div class="card">
        <PomodoroRows notifications={notifications} />
      </div>
      <h3>{t('goals')}</h3>
      <div class="card">
        <GoalRows notifications={notifications} />
      </div>
    </section>
  );
}
