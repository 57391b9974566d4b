import { fold } from '../fold.ts';

const LONGEST = 50;

/** A word for a file name: small letters, digits and hyphens. */
const slug = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST);

/**
 * `timetracker_2026-11-09_2026-11-15_patient-portal.csv`: range and filters.
 * @param range null: everything
 */
export function fileName(
  range: { readonly from: string; readonly to: string } | null,
  filters: readonly string[],
  ending: string,
): string {
  const parts = ['timetracker', ...(range ? [range.from, range.to] : ['all']), ...filters.map(slug).filter(Boolean)];
  return `${parts.join('_').slice(0, 150)}.${ending}`;
}
