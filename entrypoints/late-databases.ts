import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerLateScript } from '../lib/platform/late-script.ts';
import { makeDatabase } from '../lib/storage/make-database.ts';
import { openTelemetryDatabase } from '../lib/telemetry/database.ts';
import { openPrivacyReading } from '../lib/telemetry/view-reading.ts';

/** Dexie, and what is done with it. */
export default defineUnlistedScript(() =>
  offerLateScript('databases', () => ({ makeDatabase, openTelemetryDatabase, openPrivacyReading })),
);
