import { type Rank, ranks } from '../../../lib/domain/report/address.ts';
import { NONE } from '../../../lib/domain/report/dimension.ts';
import type { Sum } from '../../../lib/domain/report/sum.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import type { Formats } from './formats.ts';
import type { Names } from './names.ts';
import { leading } from './series.ts';

interface Props {
  readonly sums: ReadonlyMap<string, Sum>;
  readonly total: number;
  readonly by: Rank;
  readonly names: Names;
  readonly formats: Formats;
  readonly chosen: readonly (string | null)[];
  readonly onBy: (by: Rank) => void;
  readonly onChoose: (key: string | null) => void;
}

const titles: Readonly<Record<Rank, Word>> = {
  project: 'byProject',
  client: 'byClient',
  task: 'byTask',
  tag: 'byTag',
};
const otherNames: Readonly<Record<Rank, Word>> = {
  project: 'otherProjects',
  client: 'otherClients',
  task: 'otherTasks',
  tag: 'otherTags',
};

/** Ranked bars: lengths compare better than angles, names fit, and they are the legend of the chart. */
export function Ranking({ sums, total, by, names, formats, chosen, onBy, onChoose }: Props) {
  const times = new Map([...sums].map(([key, { ms }]) => [key, ms]));
  const { keys, rest } = leading(times);
  const most = Math.max(1, ...keys.map((key) => times.get(key) ?? 0));
  const restMs = rest.reduce((ms, key) => ms + (times.get(key) ?? 0), 0);
  const row = { most, total, formats };
  const codes = names.codes(by, keys);
  return (
    <section class="card" aria-labelledby="ranking">
      <div class="card-h bare">
        <h2 id="ranking">{t(titles[by])}</h2>
        <Segmented
          name="rank"
          legend={t('rankBy')}
          value={by}
          options={ranks.map((value) => ({ value, label: t(value) }))}
          onChange={onBy}
        />
      </div>
      <ol class="rank">
        {keys.map((key) => (
          <RankRow
            key={key}
            {...row}
            ms={times.get(key) ?? 0}
            name={names.name(by, key)}
            detail={names.detail(by, key)}
            code={by === 'tag' ? '#' : (codes.get(key) ?? '')}
            colour={names.colour(by, key)}
            pressed={chosen.includes(key === NONE ? null : key)}
            onChoose={() => onChoose(key === NONE ? null : key)}
          />
        ))}
        {rest.length > 0 && (
          <RankRow
            {...row}
            ms={restMs}
            name={t(otherNames[by], formats.number(rest.length))}
            detail=""
            code="…"
            colour={null}
            pressed={false}
            onChoose={null}
          />
        )}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly ms: number;
  readonly most: number;
  readonly total: number;
  readonly name: string;
  readonly detail: string;
  readonly code: string;
  readonly colour: number | null;
  readonly formats: Formats;
  readonly pressed: boolean;
  /** Null for what stands for several. */
  readonly onChoose: (() => void) | null;
}

function RankRow({ ms, most, total, name, detail, code, colour, formats, pressed, onChoose }: RowProps) {
  const label = (
    <span class="trunc" dir="auto">
      {name}
    </span>
  );
  return (
    <li class={colour === null ? 'plain-row' : `c${colour}`}>
      <span class="code" aria-hidden="true">
        {code}
      </span>
      <span class="trunc rank-name">
        {onChoose ? (
          <button class="pick" type="button" aria-pressed={pressed} onClick={onChoose}>
            {label}
          </button>
        ) : (
          label
        )}{' '}
        <span class="quiet" dir="auto">
          {detail}
        </span>
      </span>
      <span class="num">{formats.duration(ms)}</span>
      <span class="pc num">{total === 0 ? '' : formats.percent(ms / total)}</span>
      <span class="trk" aria-hidden="true">
        <i style={{ width: `${(Math.min(ms, most) / most) * 100}%` }} />
      </span>
    </li>
  );
}
