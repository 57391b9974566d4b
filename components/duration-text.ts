import { decimalHours, durationShort } from '../lib/domain/format.ts';
import { formatLocale } from '../lib/platform/words.ts';
import { durationsAreDecimal } from './shown-as.ts';

/** A duration as the person wants it: `1:30` or `1.50`. The running clock alone is always `h:mm:ss`. */
export const durationText = (ms: number): string =>
  durationsAreDecimal() ? decimalHours(ms, formatLocale()) : durationShort(ms);
