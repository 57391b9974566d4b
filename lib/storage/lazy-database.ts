import type { DatabasePort } from './ports.ts';

/** The database, its library evaluated only when a command first needs it: a waking worker answers sooner. */
export function lazyDatabase(): DatabasePort {
  let opened: Promise<DatabasePort> | null = null;
  return {
    async transact(body) {
      opened ??= import('./database.ts').then(({ openDatabase }) => openDatabase());
      try {
        return await (await opened).transact(body);
      } catch (problem) {
        opened = null; // closed by the browser, or by somebody who deleted it: opened anew by the next attempt
        throw problem;
      }
    },
  };
}
