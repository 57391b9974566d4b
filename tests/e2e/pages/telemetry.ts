import { setTimeout as pause } from 'node:timers/promises';
import type { TelemetryMessage } from '../../../lib/messaging/telemetry-messages.ts';
import type { LogRow, QueueRow } from '../../../lib/telemetry/rows.ts';
import type { BrowserUnderTest } from '../drivers/browser.ts';
import type { Surface } from '../drivers/surface.ts';
import { until } from '../drivers/waiting.ts';

interface Extension {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: {
    readonly local: { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
}

/** Rows of each table. */
export type Snapshot = Record<string, unknown[]>;

interface MetaRow {
  readonly name: string;
  readonly value: { readonly installationId?: string | null };
}

/** What a page of the extension can say to telemetry and see of it; the same messages that the product's pages send. */
export class TelemetryBehind {
  readonly surface: Surface;
  readonly browser: BrowserUnderTest;

  private constructor(browser: BrowserUnderTest, surface: Surface) {
    this.browser = browser;
    this.surface = surface;
  }

  /** @param page one that records nothing by being opened */
  static async openIn(browser: BrowserUnderTest, page = 'popup.html'): Promise<TelemetryBehind> {
    const surface = await browser.newSurface();
    await surface.goto(page);
    return new TelemetryBehind(browser, surface);
  }

  tell(message: TelemetryMessage): Promise<unknown> {
    return this.send(message);
  }

  send(message: object): Promise<unknown> {
    return this.surface.evaluate((given) => {
      const { browser, chrome } = globalThis as typeof globalThis & { browser?: Extension; chrome?: Extension };
      return (browser ?? (chrome as Extension)).runtime.sendMessage(given);
    }, message);
  }

  /** Many messages in one call, one after the other; @returns the last answer */
  sendAll(messages: readonly object[]): Promise<unknown> {
    return this.surface.evaluate(async (given) => {
      const { browser, chrome } = globalThis as typeof globalThis & { browser?: Extension; chrome?: Extension };
      let answer: unknown = null;
      for (const message of given) answer = await (browser ?? (chrome as Extension)).runtime.sendMessage(message);
      return answer;
    }, messages);
  }

  /** So many events, recorded when it settles: fifty are sent together without waiting for a minute to be over. */
  async happen(count: number): Promise<void> {
    const before = await this.recorded();
    await this.happenSoon(count);
    await until('all to be recorded', async () => (await this.recorded()) >= before + count);
  }

  /** So many events, recorded after it settles. */
  async happenSoon(count: number): Promise<void> {
    await this.sendAll(Array.from({ length: count }, () => ({ type: 'telemetry.happened', event: 'report.viewed' })));
  }

  /** How many rows the log has. */
  recorded(): Promise<number> {
    return this.surface.evaluate(async () => {
      // opening what is not there would make it
      if (!(await indexedDB.databases()).some(({ name }) => name === 'telemetry')) return 0;
      return new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('telemetry');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('log').objectStore('log').count();
          opening.result.close();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(counting.error);
        };
      });
    });
  }

  /** Agrees, with the browser's own permission where there is one. */
  async agree(): Promise<unknown> {
    await this.browser.setDataPermission(true);
    return this.tell({ type: 'telemetry.agree', by: 'options' });
  }

  withdraw(): Promise<unknown> {
    return this.tell({ type: 'telemetry.withdraw', by: 'options' });
  }

  /** A worker that starts sends what is due. */
  async restartWorker(): Promise<void> {
    await pause(300);
    await this.browser.stopWorker();
    await this.tell({ type: 'telemetry.question' });
  }

  #table<Row>(name: 'log' | 'queue'): Promise<Row[]> {
    return this.surface.evaluate(
      (table) =>
        new Promise<Row[]>((resolve, reject) => {
          const opening = indexedDB.open('telemetry');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const rows = database.transaction(table).objectStore(table).getAll();
            rows.onsuccess = () => {
              database.close();
              resolve(rows.result as Row[]);
            };
            rows.onerror = () => reject(rows.error);
          };
        }),
      name,
    );
  }

  log(): Promise<LogRow[]> {
    return this.#table<LogRow>('log');
  }

  queue(): Promise<QueueRow[]> {
    return this.#table<QueueRow>('queue');
  }

  /** The telemetry database as it is, to be put back later. */
  snapshot(): Promise<Snapshot> {
    return this.surface.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('telemetry');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const tables = [...database.objectStoreNames];
      const rows = tables.map(
        (table) =>
          new Promise<[string, unknown[]]>((resolve, reject) => {
            const reading = database.transaction(table).objectStore(table).getAll();
            reading.onsuccess = () => resolve([table, reading.result]);
            reading.onerror = () => reject(reading.error);
          }),
      );
      const all = await Promise.all(rows);
      database.close();
      return Object.fromEntries(all);
    });
  }

  /** Puts an older database in the place of the present one, as a browser may do; the worker has to start again to see it so. */
  async putBack(older: Snapshot): Promise<void> {
    await this.surface.evaluate(async (given: Snapshot) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('telemetry');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const writing = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const [table, rows] of Object.entries(given)) {
        writing.objectStore(table).clear();
        for (const row of rows) writing.objectStore(table).put(row);
      }
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      database.close();
    }, older);
    await this.restartWorker();
  }

  store(items: object): Promise<void> {
    return this.surface.evaluate((given) => {
      const { browser, chrome } = globalThis as typeof globalThis & { browser?: Extension; chrome?: Extension };
      return (browser ?? (chrome as Extension)).storage.local.set(given);
    }, items);
  }

  stored(): Promise<Record<string, unknown>> {
    return this.surface.evaluate(() => {
      const { browser, chrome } = globalThis as typeof globalThis & { browser?: Extension; chrome?: Extension };
      return (browser ?? (chrome as Extension)).storage.local.get(null);
    });
  }

  /** The ID, or null while there is none. */
  async installationId(): Promise<string | null> {
    const { meta = [] } = await this.snapshot();
    const consent = meta.find((row) => (row as MetaRow).name === 'consent') as MetaRow | undefined;
    return consent?.value.installationId ?? null;
  }

  /** The same where the whole database may be gone. */
  async installationIdIfAny(): Promise<string | null> {
    return (await this.recorded()) === 0 ? null : this.installationId();
  }

  /** Everything that any API of the extension can read, as text. */
  everythingStored(): Promise<string> {
    return this.surface.evaluate(async () => {
      const { browser, chrome } = globalThis as typeof globalThis & { browser?: Extension; chrome?: Extension };
      const out: unknown[] = [await (browser ?? (chrome as Extension)).storage.local.get(null)];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        for (const table of database.objectStoreNames) {
          const rows = await new Promise<unknown>((resolve, reject) => {
            const reading = database.transaction(table).objectStore(table).getAll();
            reading.onsuccess = () => resolve(reading.result);
            reading.onerror = () => reject(reading.error);
          });
          out.push([name, table, rows]);
        }
        database.close();
      }
      out.push({ ...localStorage }, { ...sessionStorage }, document.cookie);
      return JSON.stringify(out);
    });
  }
}
