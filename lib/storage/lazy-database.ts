import type { DatabasePort } from './ports.ts';

/**
 * The database, its library read only when a command first needs it: a waking worker answers sooner.
 * @param open reads the library and opens the database
 */
export function lazyDatabase(open: () => Promise<DatabasePort>): DatabasePort {
  let opened: Promise<DatabasePort> | null = null;
  return {
    async transact(body) {
      try {
        opened ??= open();
        return await (await opened).transact(body);
      } catch (problem) {
        opened = null; // closed by the browser, or by somebody who deleted it: opened anew by the next attempt
        throw problem;
      }
    },
  };
}
