import type { Surface } from '../drivers/surface.ts';

const PICKED = 'picked';

/** A folder as the browser's own dialog would hand it over, which no test can click; it lies in the origin's own file system. */
export class PickedFolder {
  readonly #surface: Surface;

  constructor(surface: Surface) {
    this.#surface = surface;
  }

  /** From now on it is what a person picks. */
  async pick(): Promise<void> {
    await this.#surface.evaluate((picked: string) => {
      const showDirectoryPicker = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(picked, { create: true });
      Object.assign(globalThis, { showDirectoryPicker });
    }, PICKED);
  }

  names(): Promise<string[]> {
    return this.#surface.evaluate(async (picked: string) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(picked);
      return (await Array.fromAsync(folder.keys())).sort();
    }, PICKED);
  }

  text(name: string): Promise<string> {
    return this.#surface.evaluate(
      async ([picked, called]: readonly [string, string]) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(picked);
        return (await (await folder.getFileHandle(called)).getFile()).text();
      },
      [PICKED, name] as const,
    );
  }

  /** Lays empty files into it. */
  async put(...names: readonly string[]): Promise<void> {
    await this.#surface.evaluate(
      async ([picked, called]: readonly [string, readonly string[]]) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle(picked, { create: true });
        for (const name of called) await folder.getFileHandle(name, { create: true });
      },
      [PICKED, names] as const,
    );
  }

  /** Takes a file out of it; without a name the folder itself. */
  async remove(name?: string): Promise<void> {
    await this.#surface.evaluate(
      async ([picked, called]: readonly [string, string | null]) => {
        const root = await navigator.storage.getDirectory();
        if (called === null) await root.removeEntry(picked, { recursive: true });
        else await (await root.getDirectoryHandle(picked)).removeEntry(called);
      },
      [PICKED, name ?? null] as const,
    );
  }

  /** The browser has forgotten that it may be written to, as after a restart, and will agree when it asks. */
  async forgetPermission(): Promise<void> {
    await this.#surface.evaluate(() => {
      let state = 'prompt';
      const requestPermission = async () => {
        state = 'granted';
        return state;
      };
      Object.assign(FileSystemHandle.prototype, { queryPermission: async () => state, requestPermission });
      dispatchEvent(new Event('focus'));
    });
  }

  /** From now on nothing more can be written, or it can again. */
  async fillDisk(full: boolean): Promise<void> {
    await this.#surface.evaluate((isFull: boolean) => {
      const kept = globalThis as unknown as { createWritable?: unknown };
      kept.createWritable ??= FileSystemFileHandle.prototype.createWritable;
      const none = async () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
      Object.assign(FileSystemFileHandle.prototype, { createWritable: isFull ? none : kept.createWritable });
    }, full);
  }

  /** As if the last backup there were two days old. */
  async age(): Promise<void> {
    await this.#surface.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('backup-folder');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('folder', 'readwrite');
            const store = transaction.objectStore('folder');
            const reading = store.get('chosen');
            reading.onsuccess = () => store.put({ ...reading.result, written: Date.now() - 172_800_000 }, 'chosen');
            transaction.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
    );
  }
}
