import type { BrowserUnderTest } from '../drivers/browser.ts';
import type { Surface } from '../drivers/surface.ts';
import { until } from '../drivers/waiting.ts';

export const SWITCH = 'Send anonymous usage events and crash reports';

/** Options → Privacy as a person uses it. */
export class PrivacyPage {
  readonly surface: Surface;

  private constructor(surface: Surface) {
    this.surface = surface;
  }

  static async openIn(browser: BrowserUnderTest): Promise<PrivacyPage> {
    const surface = await browser.newSurface();
    await surface.goto('options.html#privacy');
    return PrivacyPage.on(surface);
  }

  static async on(surface: Surface): Promise<PrivacyPage> {
    await surface.waitFor('switch', SWITCH);
    return new PrivacyPage(surface);
  }

  /** Waits until the page says so. */
  async says(words: string | RegExp): Promise<void> {
    await until(`the page to say ${words}`, async () => {
      const text = await this.surface.pageText();
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    });
  }

  /** Opens every row of a list and reads the exact bytes in it, in order. */
  bytesIn(list: 'Waiting events' | 'Event log'): Promise<string[]> {
    return this.surface.evaluate(async (name) => {
      const rows = [...document.querySelectorAll(`ul[aria-label="${name}"] details`)] as HTMLDetailsElement[];
      for (const row of rows) row.open = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return rows.map((row) => row.querySelector('pre')?.textContent ?? '');
    }, list);
  }

  /** What stands in each row of the log: event and state. */
  log(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('ul[aria-label="Event log"] summary')].map(
        (row) => `${row.querySelector('.mono')?.textContent}, ${row.querySelector('.pill')?.textContent}`,
      ),
    );
  }

  /** Chooses in one of the log's lists, as the keyboard does. */
  async choose(list: 'Show' | 'Event' | 'Day', option: string): Promise<void> {
    await this.surface.evaluate(
      ([name, wanted]) => {
        const label = [...document.querySelectorAll('label')].find((one) => one.textContent === name);
        const select = document.getElementById(label?.htmlFor ?? '') as HTMLSelectElement;
        const found = [...select.options].find(({ text }) => text === wanted);
        if (!found) throw new Error(`no option ${wanted} in ${[...select.options].map(({ text }) => text)}`);
        select.value = found.value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      [list, option] as const,
    );
  }
}
