import type { LogRow } from '../../lib/telemetry/rows.ts';
import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';
import type { BrowserUnderTest, LaunchOptions } from './drivers/browser.ts';
import { ChromiumUnderTest } from './drivers/chromium.ts';
import { ChromiumSurface } from './drivers/chromium-surface.ts';
import type { Surface } from './drivers/surface.ts';
import { until } from './drivers/waiting.ts';
import { PopupPage } from './pages/popup.ts';
import { PrivacyPage, SWITCH } from './pages/privacy.ts';
import { catchFiles, savedFile } from './pages/saved-files.ts';
import { type Snapshot, TelemetryBehind } from './pages/telemetry.ts';

const START = 'Start tracking';
/** Firefox asks for its own permission in the click; this is the person saying yes to it. Nothing leaves: no host is found. */
const quiet: Partial<LaunchOptions> = {
  args: ['--host-resolver-rules=MAP * ~NOTFOUND'],
  preferences: { 'extensions.webextOptionalPermissionPrompts': false, 'network.dns.forceResolve': '127.0.0.1' },
};

const welcomeOf = (browser: BrowserUnderTest): Promise<Surface> =>
  until('the welcome page', async () => {
    const surface = await browser.welcome();
    await surface?.waitFor('button', START);
    return surface;
  });

const isTicked = (surface: Surface): Promise<boolean> =>
  surface.evaluate(() => (document.querySelector('input[type=checkbox]') as HTMLInputElement).checked);

test('P01 P02 P25 asked once, by an empty box: going on without it, by keyboard alone, leaves telemetry off', async ({
  open,
}) => {
  const browser = await open({ ...quiet, keepWelcome: true });
  const surface = await welcomeOf(browser);
  await surface.show();
  expect(await isTicked(surface)).toBe(false);
  expect(await surface.pageText()).toContain('As ticked now: nothing will be sent.');
  await surface.press('Tab');
  expect(await surface.focused()).toEqual({ role: 'checkbox', name: SWITCH });
  await surface.press('Space');
  expect(await surface.pageText()).toContain('As ticked now: usage events and crash reports will be sent.');
  await surface.press('Space');
  expect(await surface.pageText()).toContain('As ticked now: nothing will be sent.');
  await surface.press('Tab');
  expect(await surface.focused()).toEqual({ role: 'button', name: START });
  await surface.press('Tab');
  expect(await surface.focused()).toEqual({ role: 'link', name: 'Look at privacy settings first' });
  await surface.press('Shift+Tab');
  await surface.press('Enter');
  await surface.waitFor('link', 'Open the timer here');
  expect((await surface.focused()).name).toMatch(/^You are set\. Click the clock in the toolbar/);
  await browser.restart();
  const popup = await PopupPage.openIn(browser);
  await popup.surface.waitFor('link', 'Telemetry off, nothing sent');
  expect(await browser.welcome()).toBeUndefined();
  const { telemetryReceipt } = await (await TelemetryBehind.openIn(browser)).stored();
  expect(telemetryReceipt).toMatchObject({ state: 'denied', by: 'welcome', policyVersion: '3.0.0' });
});

test('P01 P03 P17 P19 ticking is not agreeing, “Start tracking” is; what waits is shown byte for byte; off in one click', async ({
  open,
}) => {
  const browser = await open({ ...quiet, keepWelcome: true });
  const surface = await welcomeOf(browser);
  const behind = await TelemetryBehind.openIn(browser);
  await surface.click('checkbox', SWITCH);
  expect(await behind.stored()).not.toHaveProperty('telemetryReceipt');
  await surface.click('link', 'Look at privacy settings first');
  await (await PrivacyPage.on(surface)).says('Nothing has ever been sent.');
  await surface.goto('welcome.html');
  await surface.waitFor('button', START);
  expect(await isTicked(surface)).toBe(false);
  const sample = await surface.text('group', 'Sample event, JSON');
  const told = (await behind.tell({ type: 'telemetry.sample' })) as string;
  const still = (body: string): string => body.replace(/"uuid":"[^"]+"|"timestamp":"[^"]+"/g, '');
  expect(still(sample)).toBe(still(told));
  expect(sample.length * 24, 'a day with ten entries').toBeLessThan(10_000);
  await surface.click('checkbox', SWITCH);
  await surface.click('button', START);
  await surface.waitFor('link', 'Open the timer here');
  await surface.click('link', 'Open the privacy settings');
  const page = await PrivacyPage.on(surface);
  await page.says(/Telemetry is on\s+Since .*, policy version 3\.0\.0\./);
  await surface.waitFor('list', 'Waiting events');
  await until('two events and the opened page to wait', async () => (await behind.queue()).length === 3);
  await page.says('3 events');
  const queued = (await behind.queue()).map(({ body }) => body);
  expect(await page.bytesIn('Waiting events')).toEqual(queued.toReversed());
  await behind.surface.waitFor('link', 'Telemetry on, 0 events sent');
  await surface.click('switch', SWITCH);
  await page.says(/Telemetry is off\s+Since /);
  expect(await surface.pageText()).toContain('Nothing is waiting. While telemetry is off, nothing can be queued.');
  expect(await behind.queue()).toEqual([]);
  expect(await behind.installationId()).toBeNull();
  await behind.surface.waitFor('link', /^Telemetry off since /);
  const changes = await surface.evaluate(() =>
    [...document.querySelectorAll('[aria-labelledby="history-heading"] tbody tr')].map((row) =>
      [...row.children].slice(1).map((cell) => cell.textContent),
    ),
  );
  expect(changes).toEqual([
    ['Turned off · policy 3.0.0', 'Privacy'],
    ['Turned on · policy 3.0.0', 'Welcome page'],
  ]);
});

const fingerprint = 'ab'.repeat(32);

/** A log with every state, on two days, written where the page reads it. */
async function fillLog(behind: TelemetryBehind, rows: number): Promise<void> {
  const at = Date.now();
  const dayOf = (ago: number): string => {
    const date = new Date(at - ago * 86_400_000);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  };
  const arrived = { fingerprint, attempts: 1 };
  const refusal = { answer: { status: 401, text: 'no such key' }, attempts: 1 };
  const kinds: readonly Pick<LogRow, 'state' | 'why'>[] = [
    { state: 'sent', why: null, ...arrived },
    { state: 'refused', why: 'answer', ...refusal },
    { state: 'dropped', why: 'tooOld' },
    { state: 'wouldBeSent', why: 'off' },
  ];
  const made = Array.from({ length: rows }, (_, i) => ({
    ...{ id: at * 1000 - i, at: at - (i % 2) * 86_400_000, day: dayOf(i % 2), sink: 'posthog', field: null },
    event: i % 3 === 0 ? 'timer.started' : 'report.viewed',
    body: JSON.stringify({ event: 'x', distinct_id: '0'.repeat(64), properties: { user_id: 1, entry_id: i } }),
    ...{ bytes: 100, attempts: 0, changed: at, answer: null, retryAt: null },
    ...(kinds[i % 4] ?? { state: 'sent' as const }),
  }));
  const logged: Record<string, Record<string, { rows: number; bytes: number }>> = {};
  for (const { day, state, bytes } of made) {
    logged[day] ??= {};
    const before = logged[day][state] ?? { rows: 0, bytes: 0 };
    logged[day][state] = { rows: before.rows + 1, bytes: before.bytes + bytes };
  }
  const { meta = [], ...rest }: Snapshot = await behind.snapshot();
  const others = meta.filter((row) => (row as { name: string }).name !== 'logged');
  await behind.putBack({ ...rest, log: made, meta: [...others, { name: 'logged', value: logged }] });
}

test('P17 P20 P23 P24 P27 P28 P29 the log is filtered, downloaded and emptied; what it means is said; questions are answered', async ({
  browserUnderTest: browser,
}) => {
  const behind = await TelemetryBehind.openIn(browser);
  await behind.tell({ type: 'telemetry.keepLog', keeps: true });
  await fillLog(behind, 120);
  const page = await PrivacyPage.openIn(browser);
  const { surface } = page;
  await surface.waitFor('list', 'Event log');
  await page.says(/Newest 50 of 12[01]\./);
  await surface.click('button', 'Show more');
  await until('a hundred rows', async () => (await page.log()).length === 100);
  await page.choose('Show', 'Refused');
  await until('the refused', async () => (await page.log()).every((row) => row.endsWith('Refused by PostHog')));
  expect(await page.log()).toHaveLength(30);
  await page.choose('Event', 'timer.started');
  await until('timers only', async () => (await page.log()).length === 10);
  await page.choose('Show', 'All states');
  await page.choose('Event', 'import.completed');
  await page.says('No event in the log matches.');
  await surface.click('button', 'Show all');
  await page.says(/Newest 50 of 12[01]\./);
  const text = await surface.pageText();
  for (const words of ['7 years', '90 days', '30 days', 'Why can’t I use my own keys?', 'Is this GDPR compliant?']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('Questions about privacy:');
  expect(text).toContain(`${fingerprint.slice(0, 8)}…${fingerprint.slice(-4)}`);
  await surface.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (copied: string) => Object.assign(globalThis, { copied }) },
    });
  });
  const copied = (): Promise<string> => surface.evaluate(() => (globalThis as unknown as { copied: string }).copied);
  await surface.click('button', 'Copy deletion request');
  await page.says('Copied.');
  expect(await copied()).toContain(fingerprint);
  expect(text).toContain('Emptying it takes the fingerprint along');
  await catchFiles(surface);
  await surface.click('button', 'Download log');
  await page.says('The log is downloaded as app.jsonl.');
  const lines = (await savedFile(surface, 'app.jsonl')).toString().trimEnd().split('\n');
  const inFile = lines.map((line) => JSON.parse(line)).filter((line) => 'event' in line);
  for (const rows of [100, 120]) {
    await surface.click('button', 'Show more');
    await until(`${rows} rows`, async () => (await page.log()).length >= rows);
  }
  const shown = (await page.log()).map((row) => row.split(',')[0]);
  expect(inFile.map(({ event }) => event)).toEqual(shown.toReversed());
  expect(inFile.map(({ body }) => body)).toEqual((await page.bytesIn('Event log')).toReversed());

  const before = await behind.log();
  await surface.click('button', 'Empty log');
  await page.says('after that there is no deletion request to copy.');
  await page.says('The log is empty.');
  expect(await behind.log()).toEqual([]);
  await surface.press('Control+z');
  await page.says('The log is as it was before.');
  expect(await behind.log()).toEqual(before);
  await page.says(/12\d events\. Kept in this browser/);
  await surface.click('button', 'Empty log');
  await page.says('The log is empty.');
  expect(await behind.log()).toEqual([]);
  expect(await surface.attribute('button', 'Copy deletion request', 'disabled')).not.toBeNull();
});

test('P23 P25 erasing says what goes and what stays', async ({ browserUnderTest: browser }) => {
  const page = await PrivacyPage.openIn(browser);
  const { surface } = page;
  await surface.waitFor('list', 'Event log');
  await surface.click('button', 'Erase telemetry data…');
  await surface.waitFor('alertdialog', 'Erase all telemetry data?');
  expect(await surface.focused()).toEqual({ role: 'button', name: 'Cancel' });
  expect(await surface.pageText()).toContain('Stays: your time entries and settings');
  await surface.press('Escape');
  await surface.waitGone('alertdialog', 'Erase all telemetry data?');
  await surface.click('button', 'Erase telemetry data…');
  await surface.click('button', 'Erase telemetry data');
  await page.says('The telemetry data in this browser is erased, and telemetry is off.');
  await page.says('The log is empty.');
});

test.describe('in Chromium', { tag: '@chromium' }, () => {
  test('axe finds nothing on the consent page and the dashboard; the consent page reads well', async ({ open }) => {
    const browser = await open({ ...quiet, keepWelcome: true });
    const surface = await welcomeOf(browser);
    await surface.waitFor('group', 'Sample event, JSON');
    await expectClean(surface, 'consent');
    if (!(surface instanceof ChromiumSurface)) throw new Error('not Chromium');
    expect(await surface.page.locator('fieldset').ariaSnapshot()).toBe(
      [
        '- group "Help improve TimeTracker? Optional.":',
        '  - text: Help improve TimeTracker? Optional.',
        '  - paragraph: The box starts empty. Everything works the same if you leave it empty, and we will not ask again.',
        `  - checkbox "${SWITCH}"`,
        `  - text: ${SWITCH}`,
        '  - paragraph: Short events like the one below, to PostHog, and crash reports, to Sentry. Usually under 10 KB a day.',
        '  - status: "As ticked now: nothing will be sent."',
        '  - button "Start tracking"',
        '  - link "Look at privacy settings first":',
        '    - /url: options.html#privacy',
      ].join('\n'),
    );
    const behind = await TelemetryBehind.openIn(browser);
    await behind.agree();
    await fillLog(behind, 8);
    const page = await PrivacyPage.openIn(browser);
    await page.surface.waitFor('list', 'Event log');
    await page.bytesIn('Event log');
    await page.surface.click('button', 'Erase telemetry data…');
    await expectClean(page.surface, 'privacy');
    await page.surface.setViewport({ width: 320, height: 800 });
    const wider = await page.surface.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, 'no scrolling sideways at 320 px').toBeLessThanOrEqual(0);
  });

  test('P16 P18 P27 every document opens from the page, without any server', async ({ browserUnderTest: browser }) => {
    const page = await PrivacyPage.openIn(browser);
    for (const [link, heading] of [
      ['How to verify', 'Telemetry: how it works, and how to check it'],
      ['Event list', 'All tracked events'],
      ['Telemetry policy', 'Telemetry policy'],
      ['Compared with VS Code, Firefox, Chrome and Ubuntu', 'How others do it'],
      ['Your data and your rights', 'Privacy'],
    ] as const) {
      await page.surface.click('link', link);
      await page.surface.waitFor('heading', heading);
      await page.surface.goto('options.html#privacy');
      await page.surface.waitFor('switch', SWITCH);
    }
    await page.surface.goto('documents/telemetry_policy.html');
    await expectClean(page.surface, 'a document');
  });

  test('P26 a new policy asks those who had agreed, once; closing the page keeps what they agreed to', async ({
    open,
  }) => {
    const browser = await open(quiet);
    const behind = await TelemetryBehind.openIn(browser);
    await behind.agree();
    const { telemetryReceipt, telemetryAsked } = await behind.stored();
    const older = <T>(it: T): T => JSON.parse(JSON.stringify(it).replaceAll('"3.0.0"', '"2.9.0"')) as T;
    await behind.store(older({ telemetryReceipt, telemetryAsked }));
    await behind.putBack(older(await behind.snapshot()));
    await browser.reinstall();
    const surface = await until('the question', () => browser.welcome());
    await surface.waitFor('heading', 'The telemetry policy has changed.');
    expect(await isTicked(surface)).toBe(false);
    expect(await surface.pageText()).toContain('You agreed to version 2.9.0');
    expect(await surface.pageText()).toContain('Closing this page keeps what you agreed to');
    await surface.close();
    const page = await PrivacyPage.openIn(browser);
    await page.says('policy version 2.9.0');
    await browser.reinstall();
    const now = await TelemetryBehind.openIn(browser);
    expect(await now.tell({ type: 'telemetry.question' })).toBeNull();
    expect(await browser.welcome()).toBeUndefined();
    const again = await browser.newSurface();
    await again.goto('welcome.html');
    await again.waitFor('heading', 'The telemetry policy has changed.');
    await again.click('button', START);
    await again.waitFor('link', 'Open the timer here');
    expect((await now.stored())['telemetryReceipt']).toMatchObject({ state: 'denied', by: 'welcome' });
  });

  test('P01 the question comes once, also when the browser says twice at once that it was installed', async ({
    open,
  }) => {
    const browser = await open(quiet);
    const page = await PrivacyPage.openIn(browser);
    if (!(browser instanceof ChromiumUnderTest)) throw new Error('not Chromium');
    await browser.inWorker(`chrome.storage.local.remove('telemetryAsked')`);
    const installed = `chrome.runtime.onInstalled.dispatch({ reason: 'install' })`;
    await browser.inWorker(`${installed}; ${installed}`);
    const questions = (): Promise<number> =>
      page.surface.evaluate(async () => {
        type Api = { runtime: { getContexts(filter: object): Promise<{ documentUrl: string }[]> } };
        const contexts = await (globalThis as unknown as { chrome: Api }).chrome.runtime.getContexts({});
        return contexts.filter(({ documentUrl }) => documentUrl?.endsWith('/welcome.html')).length;
      });
    await expect.poll(questions).toBeGreaterThan(0);
    const behind = await TelemetryBehind.openIn(browser);
    await expect.poll(async () => (await behind.stored())['telemetryAsked']).toBeDefined();
    expect(await questions()).toBe(1);
  });
});
