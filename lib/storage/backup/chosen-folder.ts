import type { Instant } from '../../domain/entry.ts';

/** The folder a person picked for backups. A handle can be kept in IndexedDB alone; it is no part of the journal. */
export interface ChosenFolder {
  readonly handle: FileSystemDirectoryHandle;
  /** In the names of this browser's files. */
  readonly mark: string;
  /** When the last backup was written there. */
  readonly written: Instant | null;
}

const DATABASE = 'backup-folder';
const STORE = 'folder';
const KEY = 'chosen';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((settle, reject) => {
    request.onsuccess = () => settle(request.result);
    request.onerror = () => reject(request.error);
  });

/** Open for one transaction only: an open database cannot be deleted. */
async function within<T>(mode: IDBTransactionMode, body: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    const done = new Promise<void>((settle, reject) => {
      transaction.oncomplete = () => settle();
      transaction.onabort = () => reject(transaction.error);
    });
    const [value] = await Promise.all([body(transaction.objectStore(STORE)), done]);
    return value;
  } finally {
    database.close();
  }
}

const chosenIn = async (store: IDBObjectStore): Promise<ChosenFolder | null> =>
  ((await settled(store.get(KEY))) as ChosenFolder | undefined) ?? null;

/** Asking makes no database for those who never picked one. */
export async function chosenFolder(): Promise<ChosenFolder | null> {
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === DATABASE) ? within('readonly', chosenIn) : null;
}

export const chooseFolder = (chosen: ChosenFolder): Promise<void> =>
  within('readwrite', async (store) => void (await settled(store.put(chosen, KEY))));

/** A folder that was forgotten or changed meanwhile stays so. */
export const noteWritten = ({ mark }: ChosenFolder, written: Instant): Promise<void> =>
  within('readwrite', async (store) => {
    const chosen = await chosenIn(store);
    if (chosen?.mark === mark) await settled(store.put({ ...chosen, written }, KEY));
  });

/** The files in it are the person's and stay. */
export async function forgetFolder(): Promise<void> {
  await settled(indexedDB.deleteDatabase(DATABASE));
}
