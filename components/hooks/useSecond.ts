import type { Instant } from '../../lib/domain/entry.ts';
import { useTick } from './useTick.ts';

/**
 * The time now, anew at each whole second since an instant.
 * @param since null: time stands still
 */
export const useSecond = (now: () => Instant, since: Instant | null): Instant => useTick(now, since, 1000);
