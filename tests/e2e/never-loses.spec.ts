import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZONE } from '../model/state.ts';
import { type Copy, type Damage, damageAndStart } from '../proofs/damage.ts';
import { exported, exportedText, send, sendDone, storedLocally, storeLocally, work } from '../proofs/extension-page.ts';
import { killWhileWriting } from '../proofs/kills.ts';
import { compareInBrowser } from '../proofs/model-in-browser.ts';
import { fillDays, killAt, killPoints, killWhileFollowing } from '../proofs/protocol-kills.ts';
import { fireFromTwoWindows } from '../proofs/two-windows.ts';
import { faultsAfter } from '../proofs/whole.ts';
import { stopWorkerAtRandom } from '../proofs/worker-stops.ts';
import { expect, test } from './browser-test.ts';
import { builtFor } from './drivers/open.ts';
import { PopupPage } from './pages/popup.ts';

const HOUR = 3_600_000;

/** Samples of the long proofs; `npm run torture` runs them by the hundred. */

test('the worker stopped at random between start and stop loses nothing', async ({ browserUnderTest }) => {
  expect(await stopWorkerAtRandom(browserUnderTest, 8)).toEqual([]);
});

test('the browser killed while it writes, and started again, has everything it acknowledged', async ({
  browserUnderTest,
}) => {
  const { faults, acknowledged } = await killWhileWriting(browserUnderTest, 2);
  expect(faults).toEqual([]);
  // How many depends on how busy the machine is.
  expect(acknowledged).toBeGreaterThan(0);
});

test('200 starts and stops at once from two windows: one timer, entries that share no time', async ({
  browserUnderTest,
}) => {
  expect(await fireFromTwoWindows(browserUnderTest, 200)).toEqual([]);
});

test('random commands leave what a plain model says, and undo and redo give the same bytes', async ({ open }) => {
  const browser = await open({ timeZone: ZONE });
  expect((await compareInBrowser(browser, 3, Math.floor(Math.random() * 2 ** 31))).faults).toEqual([]);
});

test('a running timer survives SIGKILL and is the same afterwards', async ({ browserUnderTest, popup }) => {
  await popup.startTimer('Still here', { project: 'Patience' });
  const before = await exportedText(popup.surface);
  await browserUnderTest.kill();
  await browserUnderTest.restart();
  const again = await PopupPage.openIn(browserUnderTest);
  await again.surface.waitFor('timer', 'Elapsed time');
  expect(await exportedText(again.surface)).toBe(before);
  expect(await again.surface.count('alertdialog', /You were away/)).toBe(0);
});

test('an update to a higher version while a timer runs keeps it', async ({ open, kind, profileDir }) => {
  const extensionDir = join(profileDir, 'extension');
  cpSync(builtFor[kind], extensionDir, { recursive: true });
  const browser = await open({ extensionDir });
  const popup = await PopupPage.openIn(browser);
  await popup.startTimer('Before the update');
  const before = await exportedText(popup.surface);
  const manifest = join(extensionDir, 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"version":\s*"[^"]+"/, '"version":"99.0.0"'));
  await popup.surface.close();
  await browser.reinstall();
  const updated = await PopupPage.openIn(browser);
  await updated.surface.waitFor('timer', 'Elapsed time');
  expect(await exportedText(updated.surface)).toBe(before);
  expect(await faultsAfter(updated.surface)).toEqual([]);
});

test.describe('a clock that moves', () => {
  test('sleep is not counted silently: the timer is right afterwards and the popup asks', async ({ open }) => {
    const browser = await open({ movableClock: true });
    const popup = await PopupPage.openIn(browser);
    await popup.startTimer('Lid open');
    browser.freeze();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    browser.thaw();
    await browser.setClock(16 * HOUR);
    await browser.stopWorker();
    await popup.surface.reload();
    await popup.surface.waitFor('alertdialog', /^You were away (15 h 59 min|16 h)/, 15_000);
    expect((await exported(popup.surface)).running?.description).toBe('Lid open');
  });

  test('set back: an entry never ends before it starts, and a sentence asks to check the start', async ({ open }) => {
    const browser = await open({ movableClock: true });
    const popup = await PopupPage.openIn(browser);
    await popup.startTimer('Clock work');
    await expect.poll(async () => (await storedLocally(popup.surface, ['alive']))['alive']).toBeDefined();
    await browser.setClock(-2 * HOUR);
    expect(await popup.elapsedSeconds()).toBeLessThan(30);
    // Each process of the browser sees the moved clock a moment later.
    const afterHello = async (): Promise<string> => {
      await sendDone(popup.surface, { type: 'hello' });
      return popup.surface.pageText();
    };
    await expect.poll(afterHello).toContain('clock changed by');
    await popup.stopTimer();
    const [entry] = (await exported(popup.surface)).entries;
    expect((entry?.end ?? 0) - (entry?.start ?? 0)).toBeGreaterThanOrEqual(0);
    expect(await faultsAfter(popup.surface)).toEqual([]);
  });
});

test('away time is asked about once, the question survives a kill, and the answer is what was chosen', async ({
  browserUnderTest,
  popup,
}) => {
  const { surface } = popup;
  await popup.startTimer('Long day');
  await popup.changeStart('-20h');
  await surface.waitGone('textbox', 'Start');
  const { running } = await exported(surface);
  await browserUnderTest.stopWorker();
  const lastAlive = Date.now() - 16 * HOUR;
  await storeLocally(surface, { alive: { entryId: running?.id, at: lastAlive, latest: lastAlive } });
  await browserUnderTest.kill();
  await browserUnderTest.restart();
  const asked = await PopupPage.openIn(browserUnderTest);
  await asked.surface.waitFor('alertdialog', /^You were away 1[56] h/);
  expect(await asked.surface.pageText()).toContain('The browser was closed.');
  expect(await asked.surface.focused()).toMatchObject({ role: 'button', name: 'Keep' });
  await asked.surface.press('Escape');
  await browserUnderTest.kill();
  await browserUnderTest.restart();
  const again = await PopupPage.openIn(browserUnderTest);
  await again.surface.waitFor('alertdialog', /^You were away 1[56] h/);
  await again.surface.press('d');
  await again.surface.waitFor('timer', 'Elapsed time');
  const after = await exported(again.surface);
  expect(after.entries).toMatchObject([{ description: 'Long day', start: running?.start, end: lastAlive }]);
  expect(after.running?.description).toBe('Long day');
  expect(Date.now() - (after.running?.start ?? 0)).toBeLessThan(120_000);
});

const damages: readonly (readonly [Copy, Damage])[] = [
  ['database', 'deleted'],
  ['database', 'cut short'],
  ['database', 'older'],
  ['second copy', 'deleted'],
  ['second copy', 'cut short'],
  ['second copy', 'older'],
];
for (const [copy, damage] of damages) {
  test(`the ${copy} ${damage}: the exported bytes are the same after the next start, and one sentence says so`, async ({
    browserUnderTest,
    profileDir,
  }) => {
    const { sameBytes, notice, faults } = await damageAndStart(browserUnderTest, profileDir, copy, damage);
    expect(faults).toEqual([]);
    expect(sameBytes).toBe(true);
    const said = copy === 'database' ? /^noticeDatabase(Rebuilt|CaughtUp)$/ : /^noticeCopy(Rebuilt|CaughtUp)$/;
    expect(notice).toMatch(said);
  });
}

test('an emptied database is rebuilt, and the popup says what happened until it is dismissed', async ({
  browserUnderTest,
  popup,
}) => {
  await popup.startTimer('Kept twice');
  await popup.stopTimer();
  const before = await exportedText(popup.surface);
  await popup.surface.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('timetracker');
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const all = opening.result.transaction(names, 'readwrite');
          for (const name of names) all.objectStore(name).clear();
          all.oncomplete = () => resolve(opening.result.close());
        };
      }),
  );
  await browserUnderTest.restart();
  const again = await PopupPage.openIn(browserUnderTest);
  expect(await exportedText(again.surface)).toBe(before);
  await expect.poll(() => again.surface.pageText()).toContain('It was rebuilt from the second copy');
  await again.surface.click('button', 'Dismiss');
  await expect.poll(() => again.surface.pageText()).not.toContain('It was rebuilt');
  expect((await storedLocally(again.surface, ['notice']))['notice']).toBeUndefined();
});

test('a kill at each point that the protocol names leaves a command carried out or not, never half', async ({
  browserUnderTest,
}) => {
  for (const point of killPoints) {
    const { runsOn, carriedOut, faults } = await killAt(browserUnderTest, point);
    expect(faults, point).toEqual([]);
    expect(runsOn, point).toBe(true);
    expect(carriedOut, point).toBe(point !== 'before the transaction ends');
  }
});

test('a kill while the second copy is made again: the next start goes on with it', { tag: '@chromium' }, async ({
  browserUnderTest,
}) => {
  const surface = await browserUnderTest.newSurface();
  await surface.goto('popup.html');
  await fillDays(surface, 115);
  expect(await killWhileFollowing(browserUnderTest)).toEqual([]);
});

test('a full disk is said in words, changes nothing, and the timer stays right', async ({ open }) => {
  const browser = await open();
  const popup = await PopupPage.openIn(browser);
  await popup.startTimer('On a full disk');
  const before = await exportedText(popup.surface);
  await browser.inWorker(`
    globalThis.realPut = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };`);
  await popup.surface.click('button', 'Stop timer');
  await popup.surface.waitFor('button', 'Try again');
  expect(await popup.surface.pageText()).toContain('Not saved: the disk is full.');
  expect(await exportedText(popup.surface)).toBe(before);
  await browser.inWorker(`IDBObjectStore.prototype.put = globalThis.realPut;`);
  await popup.surface.click('button', 'Try again');
  await popup.surface.waitFor('button', 'Continue On a full disk');
  expect(await faultsAfter(popup.surface)).toEqual([]);
});

test('whatever is no command is refused and changes nothing', async ({ popup }) => {
  await sendDone(popup.surface, { type: 'timer.start', work: work('Unmoved') });
  const before = await exportedText(popup.surface);
  for (const message of [
    null,
    7,
    'stop',
    {},
    { type: 'timer.stop', extra: 1 },
    { type: 'drop' },
    { type: 'undo', step: -1 },
  ]) {
    expect(await send(popup.surface, message as never)).toEqual({ refused: 'misshapen' });
  }
  expect(await exportedText(popup.surface)).toBe(before);
});
