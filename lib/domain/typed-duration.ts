import { plainText } from './typed-text.ts';

const minute = 60_000;
const hour = 3_600_000;

export type TypedDuration = { readonly ms: number } | { readonly problem: 'notADuration' };

const hourUnit = '(?:h|hr|hrs|hours?)';
const minuteUnit = '(?:m|min|mins|minutes?)';

interface Form {
  readonly shape: RegExp;
  readonly ms: (first: number, second: number) => number;
}

const hoursAndMinutes = (hours: number, minutes: number) => hours * hour + minutes * minute;

const forms: readonly Form[] = [
  // 1:30, :30
  { shape: /^(\d{0,4}):([0-5]\d)$/, ms: hoursAndMinutes },
  // 1h30, 1h 30, 1h 30m
  { shape: new RegExp(`^(\\d{1,4}) ?${hourUnit} ?([0-5]?\\d)(?: ?${minuteUnit})?$`), ms: hoursAndMinutes },
  // 1h, 1.5h, 1,5 h
  { shape: new RegExp(`^(\\d{0,4}[.,]\\d{1,4}|\\d{1,4}) ?${hourUnit}$`), ms: (hours) => Math.round(hours * hour) },
  // 1.5, 1,5, .5
  { shape: /^(\d{0,4}[.,]\d{1,4})$/, ms: (hours) => Math.round(hours * hour) },
  // 90m, 90 min, 45
  { shape: new RegExp(`^(\\d{1,6})(?: ?${minuteUnit})?$`), ms: (minutes) => minutes * minute },
];

const numberOf = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));

/**
 * A duration as people write it: `1:30`, `1.5`, `1,5`, `90m`, `1h`, `1h30`, `1h 30`. A number alone is hours when it has
 * a decimal sign, else minutes: `1.0` is an hour, `45` three quarters of one.
 */
export const typedDuration = (text: string): TypedDuration => {
  const typed = plainText(text);
  for (const { shape, ms } of forms) {
    const found = shape.exec(typed);
    if (found !== null) return { ms: ms(numberOf(found[1]), numberOf(found[2])) };
  }
  return { problem: 'notADuration' };
};
