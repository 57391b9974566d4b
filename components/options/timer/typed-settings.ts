import { plainText } from '../../../lib/domain/typed-text.ts';

/** A whole number as typed, in any script's digits; null when it is none, or outside the bounds. */
export function readWhole(text: string, least: number, most: number): number | null {
  const typed = plainText(text);
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
