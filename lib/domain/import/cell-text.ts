import { unharmed } from '../export/cells.ts';
import type { Source } from './source.ts';

// biome-ignore format: a table reads better in few lines
const yes = new Set([
  'yes', 'true', '1', 'x', 'y', 't', '✓', '✔', 'billable', 'ja', 'wahr', 'abrechenbar', 'oui', 'vrai', 'facturable', 'sí', 'si', 'sì',
  'verdadero', 'sim', 'verdadeiro', 'vero', 'waar', 'tak', 'prawda', 'ano',
]);

export const isYes = (text: string | undefined): boolean => yes.has((text ?? '').trim().toLowerCase());

/** The text of a cell: without the apostrophe against formulas; Toggl writes `-` where nothing is. */
export function textOf(cell: string | undefined, source: Source): string {
  const text = unharmed(cell ?? '');
  return source === 'toggl' && text.trim() === '-' ? '' : text;
}

export const nameOf = (cell: string | undefined, source: Source): string => textOf(cell, source).trim();

/** Tags in one cell. Ours put a name with a comma into quotes; some write a list in brackets. */
export function tagsOf(cell: string | undefined, source: Source): string[] {
  const text = nameOf(cell, source);
  if (text === '') return [];
  if (source === 'ours') return quotedTags(text);
  const inside = /^\[(.*)\]$/s.exec(text)?.[1];
  if (inside !== undefined) return quotedTags(inside.replaceAll(/'([^',]*)'/g, '"$1"'));
  return unique(text.split(signOf(text, source)).map((tag) => tag.trim()));
}

/** Trackers write commas; people also semicolons and bars. */
function signOf(text: string, source: Source): string {
  if (source === 'drytrix' && text.includes(';')) return ';';
  return source === 'plain' && !text.includes(',') ? (/[;|]/.exec(text)?.[0] ?? ',') : ',';
}

const quoted = /\s*(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/gy;

function quotedTags(text: string): string[] {
  const found: string[] = [];
  quoted.lastIndex = 0;
  while (quoted.lastIndex < text.length) {
    const match = quoted.exec(text);
    if (!match) break;
    found.push(match[1] !== undefined ? match[1].replaceAll('""', '"') : (match[2] ?? '').trim());
  }
  return unique(found);
}

const unique = (tags: readonly string[]): string[] => [...new Set(tags.filter((tag) => tag !== ''))];

/** An amount of money with a point or a comma, `1,250.00`, `85,50 €`; null: none. */
export function moneyOf(cell: string | undefined): number | null {
  const digits = (cell ?? '').replace(/[^\d.,-]/g, '');
  if (!/\d/.test(digits)) return null;
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  // three digits after the only sign are thousands: nobody's rate has three decimals but a few Gulf currencies'
  const decimals = at >= 0 && (digits.length - at - 1 !== 3 || /^-?0[.,]/.test(digits)) ? at : digits.length;
  const whole = digits.slice(0, decimals).replace(/[.,]/g, '');
  const value = Number(`${whole}.${digits.slice(decimals + 1) || '0'}`);
  return Number.isFinite(value) ? value : null;
}
