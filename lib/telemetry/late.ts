import { lateScript } from '../platform/late-script.ts';
import type { openTelemetryDatabase } from './database.ts';
import type { lazyBuilders } from './sinks/lazy.ts';
import type { openPrivacyReading } from './view-reading.ts';

interface Databases {
  readonly openTelemetryDatabase: typeof openTelemetryDatabase;
  readonly openPrivacyReading: typeof openPrivacyReading;
}

/** Libraries are read from disk when they are first needed: no waking worker and no opening page waits for them. */
export const lateDatabases = (): Promise<Databases> => lateScript('databases');
export const lateSinks = (): Promise<{ readonly lazyBuilders: typeof lazyBuilders }> => lateScript('sinks');
