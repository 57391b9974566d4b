import { useState } from 'preact/hooks';
import type { Days } from '../../../lib/domain/days.ts';
import { dateOrderOfLocale } from '../../../lib/domain/locale.ts';
import {
  dayCount,
  daysOf,
  neighbour,
  periodAt,
  type RangeChoice,
  type RangeKind,
  rangeKinds,
} from '../../../lib/domain/report/range.ts';
import { shortDay } from '../../../lib/domain/report/range-text.ts';
import { typedDate } from '../../../lib/domain/typed-date.ts';
import { t } from '../../../lib/platform/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Formats } from './formats.ts';
import { backNames, nextNames, previousNames, rangeNames, rangeTitle } from './range-words.ts';

interface Props {
  readonly range: RangeChoice;
  /** The days that are shown, for a custom range to begin with. */
  readonly shown: Days;
  readonly formats: Formats;
  readonly onRange: (range: RangeChoice) => void;
}

/** Which kind of range, and one step back, to the present and on. */
export function RangeBar({ range, shown, formats, onRange }: Props) {
  const choose = (kind: RangeKind): void => {
    if (kind === 'all') onRange({ kind });
    else if (kind === 'custom') onRange({ kind, ...shown });
    else onRange(periodAt(kind, anchorOf(range, formats), formats));
  };
  return (
    <>
      <div class="head">
        <h1>{rangeTitle(range, formats)}</h1>
        <span class="grow" />
        <Segmented
          name="range"
          legend={t('range')}
          value={range.kind}
          options={rangeKinds.map((value) => ({ value, label: t(rangeNames[value]) }))}
          onChange={choose}
        />
        <Steps range={range} formats={formats} onRange={onRange} />
      </div>
      {range.kind === 'custom' && <CustomDays key="custom" range={range} formats={formats} onRange={onRange} />}
    </>
  );
}

/** The day another kind of range is about: today when it is in sight, else the first day that is. */
function anchorOf(range: RangeChoice, formats: Formats) {
  const { first, last } = daysOf(range, formats);
  return first <= formats.today && formats.today <= last ? formats.today : first;
}

function Steps({ range, formats, onRange }: Omit<Props, 'shown'>) {
  if (range.kind === 'all') return null;
  const count = formats.number(dayCount(daysOf(range, formats)));
  const step = (by: 1 | -1) => {
    const next = neighbour(range, by, formats);
    if (next) onRange(next);
  };
  return (
    <div class="steps">
      <button class="icon" type="button" aria-label={t(previousNames[range.kind], count)} onClick={() => step(-1)}>
        <Icon name="back" />
      </button>
      {range.kind !== 'custom' && (
        <button
          class="btn sm"
          type="button"
          disabled={range.day === null}
          onClick={() => onRange({ kind: range.kind, day: null })}
        >
          {t(backNames[range.kind])}
        </button>
      )}
      <button class="icon" type="button" aria-label={t(nextNames[range.kind], count)} onClick={() => step(1)}>
        <Icon name="next" />
      </button>
    </div>
  );
}

interface CustomProps {
  readonly range: Extract<RangeChoice, { kind: 'custom' }>;
  readonly formats: Formats;
  readonly onRange: (range: RangeChoice) => void;
}

/** Two dates as people write them; the range follows when both can be read and are in order. */
function CustomDays({ range, formats, onRange }: CustomProps) {
  const [typed, setTyped] = useState<{ from?: string; to?: string }>({});
  const reference = { today: formats.today, locale: formats.locale, order: dateOrderOfLocale(formats.locale) };
  const read = (text: string | undefined, now: string) => {
    if (text === undefined) return now;
    const found = typedDate(text, reference);
    return 'day' in found ? found.day : null;
  };
  const first = read(typed.from, range.first);
  const last = read(typed.to, range.last);
  const wrong = (day: string | null) => (day === null ? t('useADate', shortDay(formats.today, formats)) : null);
  const done = () => {
    if (first === null || last === null || first > last) return;
    setTyped({});
    if (first !== range.first || last !== range.last) onRange({ kind: 'custom', first, last });
  };
  const disordered = first !== null && last !== null && first > last ? t('endsBeforeItBegins') : null;
  return (
    <form
      class="custom-days"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <TextField
        id="from"
        label={t('fromDay')}
        value={typed.from ?? shortDay(range.first, formats)}
        error={wrong(first)}
        onInput={(from) => setTyped({ ...typed, from })}
        onDone={done}
      />
      <TextField
        id="to"
        label={t('untilDay')}
        value={typed.to ?? shortDay(range.last, formats)}
        error={wrong(last) ?? disordered}
        onInput={(to) => setTyped({ ...typed, to })}
        onDone={done}
      />
      <button class="vh" type="submit" tabIndex={-1}>
        {t('show')}
      </button>
    </form>
  );
}
