import Dexie from 'dexie';
import { DATABASE_NAME, DATABASE_VERSION } from './database.ts';

/** The journal's stores. Versions only grow; see tests/fixtures for a frozen copy of each. */
class JournalDatabase extends Dexie {
  constructor() {
    super(DATABASE_NAME);
    this.version(DATABASE_VERSION).stores({ items: 'key, n', totals: 'day', undo: 'step', meta: 'name' });
  }
}

/** Makes the database where there is none, and brings one of an older version up to this one. */
export async function makeDatabase(): Promise<void> {
  const db = new JournalDatabase();
  await db.open();
  db.close();
}
