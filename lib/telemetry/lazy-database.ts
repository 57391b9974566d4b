import type { TelemetryDatabase } from './ports.ts';

/** The database, opened when it is first needed. */
export function lazyTelemetryDatabase(): TelemetryDatabase {
  let opened: Promise<TelemetryDatabase> | null = null;
  return {
    async transact(body) {
      opened ??= import('./database.ts').then(({ openTelemetryDatabase }) => openTelemetryDatabase());
      return (await opened).transact(body);
    },
  };
}
