import type { Rounding } from '../../../lib/domain/settings.ts';
import { t } from '../../../lib/platform/words.ts';

interface Props {
  /** What holds: the report's own, or that of the settings. */
  readonly rounding: Rounding;
  readonly onRounding: (rounding: Rounding) => void;
}

const steps = [1, 5, 6, 10, 15, 30, 60] as const;
const modes = ['up', 'down', 'nearest'] as const;
const words = { up: 'roundedUp', down: 'roundedDown', nearest: 'roundedNearest' } as const;
const short = { up: 'upToMinutes', down: 'downToMinutes', nearest: 'nearestMinutes' } as const;

/** `Each entry is rounded up to 15 min.`; empty when times are exact. */
export const roundingSentence = ({ minutes, mode }: Rounding): string => (minutes === 0 ? '' : t(words[mode], minutes));

const valueFor = ({ minutes, mode }: Rounding): string => (minutes === 0 ? '0' : `${minutes} ${mode}`);

/** How each entry is rounded on this report alone; what is stored stays exact. */
export function RoundingField({ rounding, onRounding }: Props) {
  const all: readonly Rounding[] = [
    { minutes: 0, mode: 'nearest' },
    ...modes.flatMap((mode) => steps.map((minutes) => ({ minutes, mode }))),
  ];
  const choose = (value: string): void => {
    const found = all.find((one) => valueFor(one) === value);
    if (found) onRounding(found);
  };
  return (
    <select
      class="in"
      aria-label={t('rounding')}
      value={valueFor(rounding)}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {all.map((one) => (
        <option key={valueFor(one)} value={valueFor(one)}>
          {one.minutes === 0 ? t('exactTimes') : t(short[one.mode], one.minutes)}
        </option>
      ))}
    </select>
  );
}
