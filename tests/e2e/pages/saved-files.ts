import type { Surface } from '../drivers/surface.ts';

declare global {
  /** In the page: files it has handed over, by name. */
  var saved: Record<string, Blob>;
}

/** From now on what the page saves is kept there, instead of going through the browser's download. */
export const catchFiles = (surface: Surface): Promise<void> =>
  surface.evaluate(() => {
    globalThis.saved = {};
    let latest: Blob | null = null;
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      latest = blob;
      return create(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      if (latest) globalThis.saved[this.download] = latest;
    };
  });

/** The bytes of a file the page has handed over. */
export async function savedFile(surface: Surface, name: string): Promise<Buffer> {
  const bytes = await surface.evaluate(async (called: string) => {
    for (let i = 0; i < 100 && !globalThis.saved[called]; i += 1) await new Promise((r) => setTimeout(r, 50));
    const file = globalThis.saved[called];
    if (!file) throw new Error(`no file ${called}, but ${Object.keys(globalThis.saved).join(', ')}`);
    return [...new Uint8Array(await file.arrayBuffer())];
  }, name);
  return Buffer.from(bytes);
}
