import type { DatabasePort, DatabaseTransaction } from './ports.ts';
import { STORES, transactionOf } from './transaction.ts';

export const DATABASE_NAME = 'timetracker';
/** As Dexie counts, which makes the stores (make-database.ts). */
export const DATABASE_VERSION = 1;
/** Dexie multiplies: the browser's own numbers are whole, Dexie's need not be. */
const NATIVE_VERSION = DATABASE_VERSION * 10;

/** The database in this version; null when there is none, or an older one. */
function openPresent(): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME, NATIVE_VERSION);
    let toBeMade = false;
    request.onupgradeneeded = () => {
      toBeMade = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => db.close();
      resolve(db);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (toBeMade) resolve(null);
      else reject(request.error);
    };
  });
}

/** All of `body` or nothing: a transaction is undone when anything in it throws. */
async function transact<T>(
  db: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  body: (tx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  // strict: an acknowledged commit is on the disk, not in a buffer of the operating system
  const transaction = db.transaction(STORES, mode, { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('given up', 'AbortError'));
  });
  const ending = ended.then(
    () => null,
    (problem: unknown) => ({ problem }),
  );
  let result: T;
  try {
    result = await body(transactionOf(transaction));
  } catch (problem) {
    giveUp(transaction);
    await ending;
    throw transaction.error ?? problem;
  }
  endNow(transaction);
  // What was read has been answered; only what is written is not done before the transaction is.
  if (mode === 'readonly') return result;
  const failed = await ending;
  if (failed) throw failed.problem;
  return result;
}

/** Nothing more is asked of it; the browser would find that out after the last answer. */
const endNow = (transaction: IDBTransaction): void => unlessEnded(() => transaction.commit());
const giveUp = (transaction: IDBTransaction): void => unlessEnded(() => transaction.abort());

function unlessEnded(body: () => void): void {
  try {
    body();
  } catch {
    // it has ended by itself
  }
}

async function openOrMake(make: () => Promise<void>): Promise<IDBDatabase> {
  const present = await openPresent();
  if (present) return present;
  await make();
  const made = await openPresent();
  if (!made) throw new DOMException('the database was not made', 'NotFoundError');
  return made;
}

/** The journal as an open connection, which is opened when it is first asked for, and anew after a problem. */
class Connection {
  readonly #make: () => Promise<void>;
  #opened: Promise<IDBDatabase> | null = null;

  /** @param make makes the stores, or brings older ones up to this version */
  constructor(make: () => Promise<void>) {
    this.#make = make;
  }

  open(): Promise<IDBDatabase> {
    this.#opened ??= openOrMake(this.#make);
    return this.#opened;
  }

  /** It may have been closed by the browser, or by somebody who deleted it. */
  drop(): void {
    this.#opened?.then(
      (db) => db.close(),
      () => undefined,
    );
    this.#opened = null;
  }

  async transact<T>(mode: 'readonly' | 'readwrite', body: (tx: DatabaseTransaction) => Promise<T>): Promise<T> {
    try {
      return await transact(await this.open(), mode, body);
    } catch (problem) {
      this.drop();
      throw problem;
    }
  }
}

/**
 * The journal in IndexedDB, by the browser's own interface: a command is some twenty requests in one transaction, and a
 * library around each of them took longer than the disk (docs/decisions.md).
 */
export function openDatabase(make: () => Promise<void>): DatabasePort {
  const connection = new Connection(make);
  return { transact: (body) => connection.transact('readwrite', body) };
}

/** For pages: what would write throws. It is opened at once; what is wrong with it is said by the first reading. */
export function openDatabaseToRead(make: () => Promise<void>): DatabasePort {
  const connection = new Connection(make);
  connection.open().catch(() => undefined);
  return { transact: (body) => connection.transact('readonly', body) };
}
