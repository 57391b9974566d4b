import { lateScript } from '../platform/late-script.ts';
import type { makeDatabase } from './make-database.ts';

/** Reads the library that makes the stores only where there are none: once in an extension's life. */
export async function makeLate(): Promise<void> {
  const made = await lateScript<{ readonly makeDatabase: typeof makeDatabase }>('databases');
  await made.makeDatabase();
}
