import type { Project } from '../../lib/domain/catalogue.ts';
import type { RunningEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { timeText } from '../words-of-time.ts';
import type { AwayFacts } from './away-words.ts';

interface Props {
  readonly running: RunningEntry;
  readonly facts: AwayFacts;
  readonly project: Project | undefined;
}

/** Neither part gets so thin that it cannot be seen. */
const LEAST = 0.06;

/** The same as the words, as a picture: decoration. */
export function AwayStrip({ running, facts, project }: Props) {
  const share = facts.away / Math.max(1, facts.worked + facts.away);
  const away = Math.min(1 - LEAST, Math.max(LEAST, share));
  return (
    <div aria-hidden="true">
      <div class="strip" style={{ gridTemplateColumns: `${1 - away}fr ${away}fr` }}>
        <i class={project ? `w c${project.colour}` : 'w'} />
        <i class="a" />
      </div>
      <div class="strip-l num">
        <span>{t('awayWorked', timeText(running.start, running.zone), durationText(facts.worked))}</span>
        <span>{t('awayAway', durationText(facts.away))}</span>
      </div>
    </div>
  );
}
