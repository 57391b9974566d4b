import { writeFileSync } from 'node:fs';
import { findFakeTime } from '../../../scripts/browsers.mjs';

/** libfaketime looks at its file again after this many seconds. */
const rereadSeconds = 1;

export const clockSettleMs = rereadSeconds * 1000 + 200;

/** Environment that gives a program the clock of `clockFile`, a difference from the real one. */
export function fakedClockEnvironment(clockFile: string): Record<string, string> {
  const library = findFakeTime();
  if (!library) throw new Error('libfaketime was not found; install it (Debian, as root: apt-get install faketime).');
  return {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clockFile,
    FAKETIME_CACHE_DURATION: String(rereadSeconds),
    FAKETIME_DONT_RESET: '1',
    // A real change of the clock leaves the time since boot alone, and Chromium hangs without the second.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
  };
}

export function writeClock(clockFile: string, offsetMs: number): void {
  const seconds = offsetMs / 1000;
  writeFileSync(clockFile, seconds < 0 ? `${seconds}` : `+${seconds}`);
}
