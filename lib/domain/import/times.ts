const clock =
  /^[\sT,]*(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(a\.?m\.?|p\.?m\.?|uhr)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?\s*$/i;

export interface ReadTime {
  /** Milliseconds since midnight. */
  readonly ms: number;
  /** Milliseconds that the text says the place is ahead of UTC; null: it does not say. */
  readonly offset: number | null;
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000;
}

const hour24 = (hour: number, half: string | undefined): number => {
  if (half === undefined || half[0] === 'u') return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half[0] === 'p' ? 12 : 0);
};

/** Reads a time of day: `10:23`, `10:23:52 AM`, `T08:15:00.250Z`, `9.30`; `24:00` is the end of the day. */
export function readTime(text: string): ReadTime | null {
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

const hours = 3_600_000;
const colons = /^(\d{1,6}):(\d{2})(?::(\d{2}))?$/;
const minutesAndSeconds = /^(\d{1,6}):(\d{2})\s*min$/i;
const units =
  /^(?:(\d{1,6})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,6})\s*m(?:in(?:utes?)?)?)?\s*(?:(\d{1,6})\s*s(?:ec(?:onds?)?)?)?$/i;

/** Reads a length in milliseconds: `1:30`, `01:30:00`, `18:25 min`, `1.25` or `20,0` hours, `1h 30m`. */
export function readDuration(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  const short = minutesAndSeconds.exec(typed);
  if (short) return (Number(short[1]) * 60 + Number(short[2])) * 1000;
  const parts = colons.exec(typed);
  if (parts) return Number(parts[1]) * hours + Number(parts[2]) * 60_000 + Number(parts[3] ?? 0) * 1000;
  const decimal = /^\d{1,6}(?:[.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
  // whole seconds: decimal hours were rounded from them
  if (Number.isFinite(decimal)) return Math.round(decimal * 3600) * 1000;
  const named = units.exec(typed);
  if (!named) return null;
  return Number(named[1] ?? 0) * hours + Number(named[2] ?? 0) * 60_000 + Number(named[3] ?? 0) * 1000;
}
