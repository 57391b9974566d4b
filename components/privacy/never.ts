import type { Word } from '../../lib/platform/words.ts';

/** What no event and no report ever holds. */
export const never: readonly Word[] = [
  'neverTyped',
  'neverNames',
  'neverAmounts',
  'neverPages',
  'neverPerson',
  'neverInErrors',
];
