import type { RunningEntry } from '../../../lib/domain/entry.ts';
import { durationClock } from '../../../lib/domain/format.ts';
import { runningIn } from '../../../lib/domain/report/running.ts';
import { t } from '../../../lib/platform/words.ts';
import { useSecond } from '../../hooks/useSecond.ts';
import { runStopping } from '../../popup/sentences.ts';
import type { Commands } from '../../popup/useCommands.ts';
import type { Report } from './useReport.ts';

interface Props {
  readonly report: Report;
  readonly running: RunningEntry;
  readonly commands: Commands;
}

/** What runs is in no report before it has a length: how much that is here, by the second, and a way to count it. */
export function RunningNote({ report, running, commands }: Props) {
  const { scope, sums, base } = report;
  const now = useSecond(Date.now, running.start);
  const { ms, counted } = runningIn(running, scope, now);
  if (ms < 1000) return null;
  const stop = () => runStopping(commands, { type: 'timer.stop' });
  return (
    <p class="fine num running-note">
      {t('runningNotCounted', durationClock(ms))}
      {sums.total.ms > 0 && ` ${t('totalWithRunning', base.formats.duration(sums.total.ms + counted))}`}
      <button class="btn sm" type="button" onClick={stop}>
        {t('stopAndCount')}
      </button>
    </p>
  );
}
