import { Collector } from '../collector/collector.ts';
import { sendingTo } from '../collector/reaching.ts';
import { test as base } from './browser-test.ts';
import { TelemetryBehind } from './pages/telemetry.ts';

/** The released build in a real browser that finds telemetry's hosts in a local collector. */
export const test = base.extend<{ collector: Collector; behind: TelemetryBehind }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs
  collector: async ({}, use) => {
    const collector = await Collector.start();
    await use(collector);
    await collector.stop();
  },
  behind: async ({ open, kind, collector }, use) => {
    await use(await TelemetryBehind.openIn(await open(sendingTo(kind, collector.port))));
  },
});

export { expect } from '@playwright/test';
