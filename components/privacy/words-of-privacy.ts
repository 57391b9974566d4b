import { formatLocale } from '../../lib/platform/words.ts';

/** `12 Nov 2026`. */
export const dateText = (at: number): string =>
  new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium' }).format(at);
