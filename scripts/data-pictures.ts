import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserUnderTest } from '../tests/e2e/drivers/browser.ts';
import type { Surface } from '../tests/e2e/drivers/surface.ts';
import { DataPage } from '../tests/e2e/pages/data.ts';

const fixtures = join(import.meta.dirname, '../tests/fixtures/imports');

async function photograph(surface: Surface, folder: string, name: string): Promise<void> {
  await surface.evaluate(() => document.getElementById('data')?.scrollIntoView());
  for (const scheme of ['light', 'dark'] as const) {
    await surface.setColorScheme(scheme);
    await new Promise((resume) => setTimeout(resume, 250));
    await surface.screenshot(join(folder, `options-${name}-${scheme}.png`));
  }
  await surface.setColorScheme('light');
}

/** Settings → Data: a file looked at, then all of it with something in it. In a new profile. */
export async function photographData(browser: BrowserUnderTest, folder: string): Promise<void> {
  const page = await DataPage.openIn(browser);
  const { surface } = page;
  await surface.setViewport({ width: 1100, height: 1180 });
  await surface.setReducedMotion(true);
  const give = (name: string, more = '') =>
    page.choose('Import CSV', name, readFileSync(join(fixtures, name), 'utf8') + more);
  await give('clockify-new.csv');
  await surface.click('button', 'Import 1 entry');
  await surface.waitFor('button', 'Undo');
  await give('toggl-detailed.csv', 'cut,off');
  await surface.waitFor('button', 'Import 3 entries');
  await surface.click('button', 'Show the row');
  await photograph(surface, folder, 'import');
  await surface.click('button', 'Import 3 entries');
  await surface.waitFor('button', 'Undo');
  await surface.click('button', 'Check now');
  await page.open();
  await surface.waitFor('button', /^Restore the snapshot/);
  await photograph(surface, folder, 'data');
}
