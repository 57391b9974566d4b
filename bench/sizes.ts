import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Sizes {
  /** Bytes; null when there is no package of this build. */
  readonly package: number | null;
  readonly popup: number;
  readonly worker: number;
}

/** Sizes of a build: its package, and what the popup and the worker evaluate at their start, gzipped. */
export async function measureSizes(folder: string): Promise<Sizes> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    background: { service_worker: string };
  };
  const html = await readFile(join(folder, 'popup.html'), 'utf8');
  const scripts = [
    ...html.matchAll(/<script[^>]+src="([^"]+)"/g),
    ...html.matchAll(/modulepreload[^>]+href="([^"]+)"/g),
  ];
  return {
    package: await packageSize(dirname(folder)),
    popup: await gzipped(
      folder,
      scripts.flatMap((match) => match[1] ?? []),
    ),
    worker: await gzipped(folder, [manifest.background.service_worker]),
  };
}

async function packageSize(folder: string): Promise<number | null> {
  const found = (await readdir(folder)).filter((name) => name.endsWith('-chrome.zip'));
  const packed = await Promise.all(found.map((name) => stat(join(folder, name))));
  const newest = packed.sort((a, b) => b.mtimeMs - a.mtimeMs)[0];
  return newest?.size ?? null;
}

/** Of these scripts and all they import statically; each file compressed by itself. */
async function gzipped(folder: string, scripts: readonly string[]): Promise<number> {
  const waiting = scripts.map((script) => script.replace(/^\//, ''));
  const seen = new Set<string>();
  let bytes = 0;
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = await readFile(join(folder, file), 'utf8');
    bytes += gzipSync(text, { level: 9 }).length;
    for (const [, name] of text.matchAll(/\b(?:import|from)\s*["'`](\.[^"'`]+)["'`]/g)) {
      if (name) waiting.push(posix.join(posix.dirname(file), name));
    }
  }
  return bytes;
}
