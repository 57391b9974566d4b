import { t } from '../../../lib/platform/words.ts';
import { AwayRows } from './AwayRows.tsx';

export const TimerSection = () => (
  <section class="sec" id="timer" aria-labelledby="timer-heading">
    <h2 id="timer-heading">{t('timerAndIdle')}</h2>
    <div class="card">
      <AwayRows />
    </div>
  </section>
);
