import { setTimeout as pause } from 'node:timers/promises';
import type { TelemetryMessage } from '../../../lib/messaging/telemetry-messages.ts';
import type { LogRow, QueueRow } from '../../../lib/telemetry/rows.ts';
import type { BrowserUnderTest } from '../drivers/browser.ts';
import type { Surface } from '../drivers/surface.ts';

interface Extension {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: {
    readonly local: { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
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

  /** So many events: fifty are sent together without waiting for a minute to be over. */
  async happen(count: number): Promise<void> {
    await this.sendAll(Array.from({ length: count }, () => ({ type: 'telemetry.happened', event: 'report.viewed' })));
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
