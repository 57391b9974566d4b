import { expect, test } from './browser-test.ts';
import { ChromiumUnderTest } from './drivers/chromium.ts';
import type { Surface } from './drivers/surface.ts';
import { PopupPage } from './pages/popup.ts';

const probe = 'tests/e2e/fixtures/probe-extension';

interface ProbeAnswer {
  readonly asked: number;
  readonly now: number;
  readonly zone: string;
}

interface Extension {
  readonly runtime: { sendMessage(message: object): Promise<ProbeAnswer> };
  readonly storage: { readonly local: { get(key: string): Promise<{ events?: string[] }> } };
}

const askWorker = (surface: Surface) =>
  surface.evaluate(() => {
    const { browser, chrome } = globalThis as typeof globalThis & { browser?: Extension; chrome?: Extension };
    return (browser ?? (chrome as Extension)).runtime.sendMessage({ type: 'count' });
  });

/** What the probe's worker was told since it was installed: install, startup, update. */
const eventsSeen = (surface: Surface) =>
  surface.evaluate(async () => {
    const { browser, chrome } = globalThis as typeof globalThis & { browser?: Extension; chrome?: Extension };
    const { events } = await (browser ?? (chrome as Extension)).storage.local.get('events');
    return (events ?? []).filter((event) => ['install', 'startup', 'update'].includes(event));
  });

test('controls are found by role and name, by hand and by key', async ({ open }) => {
  const surface = await (await open({ extensionDir: probe })).newSurface();
  await surface.goto('popup.html');
  expect(await surface.focused()).toEqual({ role: 'textbox', name: 'Note' });
  await surface.type('Wörter, 日本語');
  expect(await surface.value('textbox', 'Note')).toBe('Wörter, 日本語');
  await surface.press('Enter');
  await surface.waitFor('button', /^Edit Wörter, 日本語, \d+$/);
  await surface.fill('textbox', 'Note', 'second');
  await surface.click('button', 'Count up');
  await surface.waitFor('button', 'Edit second, 6');
  expect(await surface.names('button')).toEqual([
    'Count up',
    'Ask the worker',
    'Billable',
    'Edit Wörter, 日本語, 11',
    'Edit second, 6',
  ]);
  await surface.click('button', 'Billable');
  expect(await surface.attribute('button', 'Billable', 'aria-pressed')).toBe('true');
  expect(await surface.focused()).toEqual({ role: 'button', name: 'Billable' });
  expect(await surface.text('timer', 'Elapsed time')).toMatch(/^0:00:\d\d$/);
  await expect(surface.waitFor('button', 'Absent', 300)).rejects.toThrow(/button.*Absent/s);
});

test('colours, size and zone are those asked for', async ({ open }) => {
  const browser = await open({ extensionDir: probe, timeZone: 'Pacific/Auckland' });
  const surface = await browser.newSurface();
  await surface.setViewport({ width: 380, height: 500 });
  await surface.goto('popup.html');
  for (const scheme of ['dark', 'light'] as const) {
    await surface.setColorScheme(scheme);
    const dark = () => surface.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(dark).toBe(scheme === 'dark');
  }
  expect(await surface.evaluate(() => [innerWidth, innerHeight, devicePixelRatio])).toEqual([380, 500, 2]);
  expect((await askWorker(surface)).zone).toBe('Pacific/Auckland');
});

test('a stopped worker is gone and comes back', async ({ open }) => {
  const browser = await open({ extensionDir: probe });
  const surface = await browser.newSurface();
  await surface.goto('popup.html');
  await askWorker(surface);
  expect((await askWorker(surface)).asked).toBe(2);
  await browser.stopWorker();
  expect(await browser.workerRuns()).toBe(false);
  expect((await askWorker(surface)).asked).toBe(1);
});

test('a start after a kill is a start, not an installation', async ({ open }) => {
  const browser = await open({ extensionDir: probe });
  const first = await browser.newSurface();
  await first.goto('popup.html');
  await expect.poll(() => eventsSeen(first)).toEqual(['install']);
  for (const ending of ['kill', 'close'] as const) {
    await browser[ending]();
    await browser.restart();
    const surface = await browser.newSurface();
    await surface.goto('popup.html');
    const expected = ending === 'kill' ? ['install', 'startup'] : ['install', 'startup', 'startup'];
    await expect.poll(() => eventsSeen(surface)).toEqual(expected);
  }
});

test('frozen, the browser answers nothing until it is thawed', async ({ open }) => {
  const browser = await open({ extensionDir: probe });
  const surface = await browser.newSurface();
  await surface.goto('popup.html');
  let answered = false;
  browser.freeze();
  const answer = askWorker(surface).then(() => {
    answered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(answered).toBe(false);
  browser.thaw();
  await answer;
});

test('the clock moves for pages and worker, forward and back, and across a restart', async ({ open }) => {
  const browser = await open({ extensionDir: probe, movableClock: true });
  const surface = await browser.newSurface();
  await surface.goto('popup.html');
  const hour = 3_600_000;
  const shift = async (from: Surface) => {
    const [page, worker] = [await from.evaluate(() => new Date().valueOf()), (await askWorker(from)).now];
    return [page, worker].map((now) => Math.round((now - Date.now()) / hour) + 0);
  };
  expect(await shift(surface)).toEqual([0, 0]);
  for (const hours of [30, -20]) {
    await browser.setClock(hours * hour);
    expect(await shift(surface)).toEqual([hours, hours]);
    await browser.stopWorker();
    expect(await shift(surface)).toEqual([hours, hours]);
  }
  await browser.restart();
  const again = await browser.newSurface();
  await again.goto('popup.html');
  expect(await shift(again)).toEqual([-20, -20]);
});

/** WebDriver BiDi does not reach the popup of Firefox; its page is the same. */
test('the popup of the toolbar icon itself: a timer is started, seen and stopped in it', { tag: '@chromium' }, async ({
  open,
}) => {
  const browser = await open();
  expect(browser).toBeInstanceOf(ChromiumUnderTest);
  const popup = new PopupPage(await browser.openPopup());
  await popup.ready();
  await expect.poll(() => popup.surface.focused()).toEqual({ role: 'textbox', name: 'What are you working on?' });
  expect(await popup.surface.evaluate(() => document.documentElement.clientWidth)).toBe(380);
  await popup.startTimer('In the real popup');
  await popup.stopTimer();
  await popup.surface.waitFor('button', 'Continue In the real popup');
});
