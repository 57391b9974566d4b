import type { DatabasePort } from './ports.ts';

/** The database, its library evaluated only when a command first needs it: a waking worker answers sooner. */
export function lazyDatabase(): DatabasePort {
  let opened: Promise<DatabasePort> | null = null;
  return {
    async transact(body) {
      opened ??= import('./database.ts').then(({ openDatabase }) => openDatabase());
      return (await opened).transact(body);
    },
  };
}
