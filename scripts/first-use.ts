import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserUnderTest } from '../tests/e2e/drivers/browser.ts';
import { PopupPage } from '../tests/e2e/pages/popup.ts';
import { exportedText } from '../tests/proofs/extension-page.ts';

/**
 * Goes through first use as a person does: start, change, stop, continue.
 * @returns the screenshots it took and the export of what it tracked
 */
export async function takeFirstUseTour(browser: BrowserUnderTest, folder: string): Promise<string[]> {
  const files: string[] = [];
  const popup = await PopupPage.openIn(browser);
  const { surface } = popup;
  const photograph = async (name: string): Promise<void> => {
    for (const scheme of ['light', 'dark'] as const) {
      await surface.setColorScheme(scheme);
      const file = join(folder, `${files.length + 1}-${name}-${scheme}.png`);
      await surface.screenshot(file);
      files.push(file);
    }
    await surface.setColorScheme('light');
  };
  await surface.setReducedMotion(true); // a picture must not catch a colour on its way
  await surface.waitFor('button', 'Start timer');
  await photograph('opened');
  await popup.startTimer('Plan the week', { project: 'Planning' });
  await popup.changeStart('-25m');
  await surface.waitGone('textbox', 'Start');
  await photograph('running');
  await popup.stopTimer();
  await surface.waitFor('button', 'Continue Plan the week');
  await photograph('stopped');
  await popup.continueEntry('Plan the week');
  await surface.waitFor('timer', 'Elapsed time');
  await photograph('continued');
  const exported = join(folder, 'timetracker.json');
  writeFileSync(exported, await exportedText(surface));
  return [...files, exported];
}
