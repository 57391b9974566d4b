import type { DaySpan } from '../../../lib/domain/day-layout.ts';
import type { Id } from '../../../lib/domain/entry.ts';
import { codesOf } from '../../../lib/domain/project-code.ts';
import { t } from '../../../lib/platform/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { projectName } from '../named.ts';
import type { DrawnDay } from './useCalendar.ts';
import { spanTimes, type Wording } from './words.ts';

interface Props {
  readonly day: DrawnDay;
  readonly wording: Wording;
  readonly onAdd: (span: DaySpan) => void;
}

/** Beside a day: what it went to, and all of its gaps, the short ones too. */
export const SideLists = (props: Props) => (
  <aside class="cal-side">
    <Tracked {...props} />
    <Untracked {...props} />
  </aside>
);

function Tracked({ day, wording }: Props) {
  const { formats, named } = wording;
  const times = new Map<Id | null, number>();
  for (const { entry, from, to } of day.pieces)
    times.set(entry.projectId, (times.get(entry.projectId) ?? 0) + to - from);
  const ranked = [...times].toSorted(([, a], [, b]) => b - a);
  const most = Math.max(1, ranked[0]?.[1] ?? 0);
  const codes = codesOf([...named.project.values()]);
  return (
    <section class="card" aria-labelledby="day-tracked">
      <div class="card-h bare">
        <h2 id="day-tracked">{t('trackedInAll', formats.duration(day.tracked))}</h2>
      </div>
      {ranked.length === 0 && <p class="quiet side-note">{t('nothingOnDay')}</p>}
      <ul class="rank">
        {ranked.map(([id, ms]) => {
          const colour = named.project.get(id ?? '')?.colour ?? null;
          return (
            <li key={id ?? ''} class={colour === null ? 'plain-row' : `c${colour}`}>
              <span class="code" aria-hidden="true">
                {codes.get(id ?? '') ?? ''}
              </span>
              <span class="trunc" dir="auto">
                {projectName(named, id)}
              </span>
              <span class="num">{formats.duration(ms)}</span>
              <span class="trk" aria-hidden="true">
                <i style={{ width: `${(ms / most) * 100}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Untracked({ day, wording, onAdd }: Props) {
  if (day.pieces.length === 0) return null;
  const all = day.gaps.reduce((ms, { from, to }) => ms + to - from, 0);
  return (
    <section class="card" aria-labelledby="day-untracked">
      <div class="card-h">
        <h2 id="day-untracked">{t('untrackedTime', wording.formats.duration(all))}</h2>
      </div>
      {day.gaps.length === 0 && <p class="quiet side-note">{t('nothingUntracked')}</p>}
      <ul class="gaps">
        {day.gaps.map((gap) => {
          const [from, to, length] = spanTimes(day.day, gap, wording);
          return (
            <li key={gap.from}>
              <span class="num grow">{t('fromTo', from, to)}</span>
              <span class="num muted">{length}</span>
              <button class="icon" type="button" aria-label={t('addEntryBetween', from, to)} onClick={() => onAdd(gap)}>
                <Icon name="plus" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
