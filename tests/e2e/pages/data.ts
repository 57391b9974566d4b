import type { BrowserUnderTest } from '../drivers/browser.ts';
import type { Surface } from '../drivers/surface.ts';
import { catchFiles, savedFile } from './saved-files.ts';

/** Settings → Data as a person uses it; files go in and out without the browser's own dialogs. */
export class DataPage {
  readonly surface: Surface;

  constructor(surface: Surface) {
    this.surface = surface;
  }

  static async openIn(browser: BrowserUnderTest): Promise<DataPage> {
    const surface = await browser.newSurface();
    const page = new DataPage(surface);
    await page.open();
    return page;
  }

  async open(): Promise<void> {
    await this.surface.goto('options.html#data');
    await this.surface.waitFor('button', 'Import CSV');
    await catchFiles(this.surface);
  }

  /** Gives a file to the button of that name. */
  async choose(button: string, name: string, content: string): Promise<void> {
    await this.surface.evaluate(
      ([of, called, text]: readonly [string, string, string]) => {
        const buttons = [...document.querySelectorAll('button')];
        const input = buttons.find(({ textContent }) => textContent?.trim() === of)?.nextElementSibling;
        if (!(input instanceof HTMLInputElement)) throw new Error(`no field for files beside ${of}`);
        const files = new DataTransfer();
        files.items.add(new File([text], called));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      [button, name, content] as const,
    );
  }

  /** Presses Cancel as soon as work of that name has got somewhere, quicker than any hand from outside; settles when it ended. */
  async cancelUnderway(what: string): Promise<void> {
    await this.surface.evaluate(
      (called: string) =>
        new Promise<void>((ended) => {
          let pressed = false;
          const look = () => {
            const bar = document.querySelector<HTMLProgressElement>('progress#working');
            if (pressed && !bar) {
              watch.disconnect();
              ended();
            }
            if (pressed || !bar || bar.labels[0]?.textContent !== called || bar.value === 0) return;
            pressed = true;
            bar.parentElement?.querySelector('button')?.click();
          };
          const watch = new MutationObserver(look);
          watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        }),
      what,
    );
  }

  /** The text of a file the page has handed over. */
  async saved(name: string): Promise<string> {
    return (await savedFile(this.surface, name)).toString('utf8');
  }

  /** Whole files in the origin's private file system; the page lists what there was when it was opened. */
  snapshotsWritten(): Promise<number> {
    return this.surface.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const files = await Array.fromAsync((await root.getDirectoryHandle('snapshots', { create: true })).values());
      const sizes = await Promise.all(files.map(async (file) => (await (file as FileSystemFileHandle).getFile()).size));
      return sizes.filter((size) => size > 0).length;
    });
  }

  /** As if a version of that schema had written last. */
  async setSchema(schema: number): Promise<void> {
    await this.surface.evaluate(
      (of: number) =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('timetracker');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('meta', 'readwrite');
            const meta = transaction.objectStore('meta');
            const reading = meta.get('header');
            reading.onsuccess = () => meta.put({ name: 'header', header: { ...reading.result.header, schema: of } });
            transaction.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
      schema,
    );
  }
}
