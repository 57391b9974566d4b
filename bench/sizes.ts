import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Sizes {
  /** Bytes; null when there is no package of this build. */
  readonly package: number | null;
  /** What must be there before the popup can draw anything. */
  readonly popup: number;
  /** What shows stored entries, fetched beside it. */
  readonly popupContent: number;
  /** What a waking worker parses. */
  readonly worker: number;
  /** The same with what it reads when it first needs it: the databases and both SDKs. */
  readonly workerWhole: number;
}

/** What the worker does beside saying hello, read at once after it has woken. */
const WORK = 'late-work.js';

/** Sizes of a build: its package, and what the popup and the worker evaluate at their start, gzipped. */
export async function measureSizes(folder: string): Promise<Sizes> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    background: { service_worker: string };
  };
  const { first, beside } = await popupScripts(folder);
  const worker = manifest.background.service_worker;
  const late = (await readdir(folder)).filter((name) => /^late-.*\.js$/.test(name));
  return {
    package: await packageSize(dirname(folder)),
    popup: await gzipped(folder, first),
    popupContent: await gzipped(folder, beside),
    worker: await gzipped(folder, [worker, WORK]),
    workerWhole: await gzipped(folder, [worker, ...late]),
  };
}

/** The files of a built popup: those its scripts import statically, and what is fetched beside them. */
export async function popupScripts(folder: string): Promise<{ first: string[]; beside: string[] }> {
  const html = await readFile(join(folder, 'popup.html'), 'utf8');
  const named = (pattern: RegExp): string[] => [...html.matchAll(pattern)].flatMap((match) => match[1] ?? []);
  const first = await withImports(folder, named(/<script[^>]+src="([^"]+)"/g));
  const preloaded = await withImports(folder, named(/modulepreload[^>]+href="([^"]+)"/g));
  return { first, beside: preloaded.filter((file) => !first.includes(file)) };
}

async function packageSize(folder: string): Promise<number | null> {
  const found = (await readdir(folder)).filter((name) => name.endsWith('-chrome.zip'));
  const packed = await Promise.all(found.map((name) => stat(join(folder, name))));
  const newest = packed.sort((a, b) => b.mtimeMs - a.mtimeMs)[0];
  return newest?.size ?? null;
}

/** These scripts and all they import statically. */
async function withImports(folder: string, scripts: readonly string[]): Promise<string[]> {
  const waiting = scripts.map((script) => script.replace(/^\//, ''));
  const seen = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(/\b(?:import|from)\s*["'`](\.[^"'`]+)["'`]/g)) {
      if (name) waiting.push(posix.join(posix.dirname(file), name));
    }
  }
  return [...seen];
}

/** Each file compressed by itself. */
async function gzipped(folder: string, files: readonly string[]): Promise<number> {
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return texts.reduce((bytes, text) => bytes + gzipSync(text, { level: 9 }).length, 0);
}
