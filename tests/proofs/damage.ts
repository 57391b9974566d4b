import { cpSync, existsSync, globSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import { exportedText, sendDone, storedLocally, work } from './extension-page.ts';
import { faultsAfter } from './whole.ts';

/** Where a profile keeps one copy: a folder in Chromium, files that begin alike in Firefox. */
interface Place {
  readonly paths: readonly string[];
}

export type Copy = 'database' | 'second copy';
export type Damage = 'deleted' | 'cut short' | 'older';

function placeOf(profile: string, browser: BrowserUnderTest, copy: Copy): Place {
  const host = new URL(browser.origin).host;
  if (browser.kind === 'chromium') {
    const inside = join(profile, 'Default');
    const path =
      copy === 'database'
        ? join(inside, 'IndexedDB', `chrome-extension_${host}_0.indexeddb.leveldb`)
        : join(inside, 'Local Extension Settings', host);
    return { paths: [path] };
  }
  const inside = join(profile, 'storage', 'default');
  const all = globSync(`moz-extension+++${host}*/idb/*.sqlite`, { cwd: inside }).map((path) => join(inside, path));
  // storage.local lies under a context of its own; its database is named for it
  const own = (path: string): boolean => /webExtensions-storage-local|eengsairo/.test(path);
  return { paths: all.filter((path) => own(path) === (copy === 'second copy')) };
}

const saved = (path: string): string => `${path}.saved`;

function harm({ paths }: Place, damage: Damage): void {
  if (paths.length === 0) throw new Error('the profile holds no such copy');
  for (const path of paths) {
    if (damage === 'cut short') cutShort(path);
    else rmSync(path, { recursive: true });
    for (const beside of ['-wal', '-shm']) rmSync(path + beside, { force: true });
    if (damage === 'older') cpSync(saved(path), path, { recursive: true });
  }
}

/** Every file of the copy to half its size: as after a disk that gave up in the middle. */
function cutShort(path: string): void {
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  for (const file of files) if (statSync(file).isFile()) truncateSync(file, Math.floor(statSync(file).size / 2));
}

export interface Mended {
  readonly sameBytes: boolean;
  /** Code of the sentence a person reads. */
  readonly notice: string | null;
  readonly faults: readonly string[];
}

/** Tracks something, closes the browser, damages one copy, starts again. */
export async function damageAndStart(
  browser: BrowserUnderTest,
  profile: string,
  copy: Copy,
  damage: Damage,
): Promise<Mended> {
  const surface = await browser.newSurface();
  await surface.goto('popup.html');
  await sendDone(surface, { type: 'timer.start', work: work('before', 'Old project') });
  await browser.close();
  const place = placeOf(profile, browser, copy);
  for (const path of place.paths) {
    rmSync(saved(path), { recursive: true, force: true });
    if (existsSync(path)) cpSync(path, saved(path), { recursive: true });
  }
  await browser.restart();
  const hourLater = await browser.newSurface();
  await hourLater.goto('popup.html');
  for (const i of [1, 2, 3])
    await sendDone(hourLater, { type: 'timer.start', work: work(`later ${i}`, `Project ${i}`) });
  const text = await exportedText(hourLater);
  await browser.close();
  harm(placeOf(profile, browser, copy), damage);
  await browser.restart();
  const after = await browser.newSurface();
  await after.goto('popup.html');
  const sameBytes = (await exportedText(after)) === text;
  const notice = (await storedLocally(after, ['notice']))['notice'] as { code: string } | undefined;
  return { sameBytes, notice: notice?.code ?? null, faults: await faultsAfter(after) };
}
