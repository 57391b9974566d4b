import { defineConfig } from '@playwright/test';

/**
 * The tests and their browsers live where it is early afternoon now: what a test tracked two hours ago is of today, whenever it
 * runs. The sign is POSIX's: `Etc/GMT-2` is two hours ahead of UTC.
 */
const AFTERNOON = 14;
const ahead = AFTERNOON - new Date().getUTCHours();
process.env['TZ'] = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;

/** Both browsers through the same page objects; see tests/e2e/browser-test.ts for how each is opened. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'artifacts/e2e',
  // Each test has a browser and a profile of its own, so that any two can run side by side.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  // A browser on a busy machine is late now and then; what passes at a second try is named at the end.
  retries: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  projects: [
    { name: 'chromium', metadata: { browser: 'chromium' }, grepInvert: /@firefox/ },
    { name: 'firefox', metadata: { browser: 'firefox' }, grepInvert: /@chromium/ },
  ],
});
