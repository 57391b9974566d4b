import type { Instant } from '../../lib/domain/entry.ts';
import { useTick } from './useTick.ts';

/**
 * The time now, anew at each whole minute since an instant.
 * @param since the epoch for the minutes of the clock; the start of the timer for its minutes
 */
export const useMinute = (now: () => Instant, since: Instant = 0): Instant => useTick(now, since, 60_000);
