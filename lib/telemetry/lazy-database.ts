import type { TelemetryDatabase } from './ports.ts';

/** The database, opened when it is first needed. */
export function lazyTelemetryDatabase(open: () => Promise<TelemetryDatabase>): TelemetryDatabase {
  let opened: Promise<TelemetryDatabase> | null = null;
  return {
    async transact(body) {
      opened ??= open();
      return (await opened).transact(body);
    },
  };
}
