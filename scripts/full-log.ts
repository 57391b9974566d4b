import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFor, openBrowser } from '../tests/e2e/drivers/open.ts';
import type { Surface } from '../tests/e2e/drivers/surface.ts';

/** `node scripts/full-log.ts`: how long Options → Privacy takes with 100,000 rows in the log, and with none. Build first. */

const ROWS = 100_000;
const SLICE = 5000;
const OPENINGS = 5;

interface Filled {
  readonly from: number;
  readonly count: number;
}

/** Runs in the page: rows of thirty days, of four events in four states, and the tally that the product keeps beside them. */
async function fill({ from, count }: Filled): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('telemetry');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const names = ['timer.started', 'timer.stopped', 'entry.updated', 'report.viewed'];
  const states = ['wouldBeSent', 'sent', 'dropped', 'refused'];
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  const writing = database.transaction(['log', 'meta'], 'readwrite', { durability: 'relaxed' });
  const [log, meta] = [writing.objectStore('log'), writing.objectStore('meta')];
  const reading = meta.get('logged');
  await new Promise((resolve) => reading.addEventListener('success', resolve));
  const value: Record<string, Record<string, { rows: number; bytes: number }>> = reading.result?.value ?? {};
  for (let i = from; i < from + count; i++) {
    const at = now - i * 25_000;
    const day = new Date(at).toISOString().slice(0, 10);
    const state = states[Math.floor(i / 4) % 4] ?? '';
    const properties = { user_id: 1, entry_id: i, project_id: 7, $os: 'Linux', $browser: 'Chrome', $ip: '0.0.0.0' };
    const body = JSON.stringify({
      uuid: i,
      event: names[i % 4],
      distinct_id: '0'.repeat(64),
      timestamp: at,
      properties,
    });
    const bytes = body.length;
    const row = { id: at * 1000, at, day, event: names[i % 4], sink: 'posthog', state, why: null, field: null, body };
    const sent = state === 'sent' ? { fingerprint: 'a'.repeat(64) } : {};
    log.put({ ...row, bytes, attempts: 0, changed: at, answer: null, retryAt: null, ...sent });
    value[day] ??= {};
    const before = value[day][state] ?? { rows: 0, bytes: 0 };
    value[day][state] = { rows: before.rows + 1, bytes: before.bytes + bytes };
  }
  meta.put({ name: 'logged', value });
  await new Promise((resolve) => writing.addEventListener('complete', resolve));
  database.close();
}

/** From the navigation until the log is drawn. Milliseconds, the median of some. */
async function opening(surface: Surface): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    await surface.goto('popup.html');
    await surface.goto('options.html#privacy');
    took.push(
      await surface.evaluate(async () => {
        while (!document.querySelector('ul.log > li')) await new Promise(requestAnimationFrame);
        return Math.round(performance.now());
      }),
    );
  }
  return took.sort((a, b) => a - b)[Math.floor(OPENINGS / 2)] ?? 0;
}

/** From choosing in a list of the log until other rows are drawn. Milliseconds. */
const choosing = (surface: Surface, list: string, value: string): Promise<number> =>
  surface.evaluate(
    async ([id, wanted]) => {
      const select = document.getElementById(id) as HTMLSelectElement;
      const shown = () => document.querySelector('section:has(#log-heading) ul.log')?.textContent;
      const [before, began] = [shown(), performance.now()];
      select.value = wanted === 'a day' ? (select.options[3]?.value ?? '') : wanted;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      while (shown() === before) await new Promise(requestAnimationFrame);
      return Math.round(performance.now() - began);
    },
    [list, value] as const,
  );

const profileDir = mkdtempSync(join(tmpdir(), 'timetracker-full-log-'));
const browser = await openBrowser('chromium', { extensionDir: builtFor.chromium, profileDir });
const surface = await browser.newSurface();
await surface.goto('options.html#privacy');
await surface.waitFor('list', 'Event log');
console.log(`Opened with a few rows: ${await opening(surface)} ms`);
for (let from = 0; from < ROWS; from += SLICE) await surface.evaluate(fill, { from, count: SLICE });
console.log(`Opened with ${ROWS} rows: ${await opening(surface)} ms`);
for (const [list, value] of [
  ['log-state', 'refused'],
  ['log-event', 'report.viewed'],
  ['log-day', 'a day'],
] as const) {
  console.log(`Filtered further, by ${value}: ${await choosing(surface, list, value)} ms`);
}
await browser.close();
rmSync(profileDir, { recursive: true, force: true });
process.exit(0);
