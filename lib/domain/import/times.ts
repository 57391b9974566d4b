const clock =
  /^[\sT,]*(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(a\.?\s?m\.?|p\.?\s?m\.?|uhr|h)?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?\s*$/i;
/** A spreadsheet's time without its format: the part of the day that has passed. */
const partOfDay = /^\s*0?[.,](\d{3,17})\s*$/;

export interface ReadTime {
  /** Milliseconds since midnight. */
  readonly ms: number;
  /** Milliseconds that the text says the place is ahead of UTC; null: it does not say. */
  readonly offset: number | null;
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) * 60_000;
}

/** Some write AM and PM behind hours that count to 24 already. */
const hour24 = (hour: number, half: string | undefined): number =>
  half === undefined || !/[ap]/.test(half) || hour > 12 ? hour : (hour % 12) + (half[0] === 'p' ? 12 : 0);

/** Reads a time of day: `10:23`, `10:23:52 AM`, `T08:15:00.250Z`, `9.30`; `24:00` is the end of the day. */
export function readTime(text: string): ReadTime | null {
  const part = partOfDay.exec(text);
  if (part) return { ms: Math.round(Number(`0.${part[1]}`) * 86_400) * 1000, offset: null };
  const found = clock.exec(text);
  if (!found) return null;
  const [, hours, minutes = '0', seconds = '0', fraction = '', half, offset] = found;
  if (found[2] === undefined && half === undefined) return null;
  const hour = hour24(Number(hours), half?.toLowerCase());
  const minute = Number(minutes);
  const second = Number(seconds);
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && minute + second > 0)) return null;
  const ms = fraction === '' ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  return { ms: ((hour * 60 + minute) * 60 + second) * 1000 + ms, offset: offsetOf(offset?.toLowerCase()) };
}

/** What a number without a unit counts, in seconds. */
export const unitSeconds = { hours: 3600, minutes: 60, seconds: 1 } as const;
export type DurationUnit = keyof typeof unitSeconds;

const colons = /^(\d{1,6})[:h]\s?(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*h?$/i;
const minutesAndSeconds = /^(\d{1,6}):(\d{2})\s*min$/i;
const amount = String.raw`(\d{1,6}(?:[.,]\d+)?)\s*`;
const units = new RegExp(
  String.raw`^(?:pt)?(?:${amount}(?:h|st)\p{L}*\.?)?\s*(?:${amount}m\p{L}*\.?)?\s*(?:${amount}s\p{L}*\.?)?$`,
  'iu',
);
const bare = /^\d{1,9}(?:[.,]\d+)?$/;

export const isBareNumber = (text: string): boolean => bare.test(text.trim());

const number = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'));

/** Reads a length in milliseconds: `1:30`, `01:30:00`, `18:25 min`, `1.25` or `20,0` hours, `1h 30m`, `1h30`. */
export function readDuration(text: string, unit: DurationUnit = 'hours'): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  const short = minutesAndSeconds.exec(typed);
  if (short) return (Number(short[1]) * 60 + Number(short[2])) * 1000;
  const parts = colons.exec(typed);
  if (parts) return ((Number(parts[1]) * 60 + Number(parts[2])) * 60 + Number(parts[3] ?? 0)) * 1000;
  // whole seconds: decimal hours were rounded from them
  if (bare.test(typed)) return Math.round(number(typed) * unitSeconds[unit]) * 1000;
  const named = units.exec(typed);
  if (!named || !/\d/.test(typed)) return null;
  return Math.round(number(named[1]) * 3600 + number(named[2]) * 60 + number(named[3])) * 1000;
}
