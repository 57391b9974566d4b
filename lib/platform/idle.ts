import { browser } from './browser.ts';

export type IdleState = 'active' | 'idle' | 'locked';

/** The shortest threshold a browser takes. */
const LEAST_SECONDS = 15;

/** After how long without a touch the browser calls somebody idle. */
export const setIdleThreshold = (minutes: number): void =>
  browser.idle.setDetectionInterval(Math.max(LEAST_SECONDS, minutes * 60));

export const idleState = async (minutes: number): Promise<IdleState> =>
  (await browser.idle.queryState(Math.max(LEAST_SECONDS, minutes * 60))) as IdleState;
