import type { BrowserUnderTest } from '../drivers/browser.ts';
import type { Surface } from '../drivers/surface.ts';
import { until } from '../drivers/waiting.ts';

/** Escapes a text for use inside a pattern. */
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Choices {
  readonly project?: string;
  readonly billable?: boolean;
}

/** The popup as a person uses it: everything by role and accessible name. */
export class PopupPage {
  readonly surface: Surface;

  constructor(surface: Surface) {
    this.surface = surface;
  }

  static async openIn(browser: BrowserUnderTest): Promise<PopupPage> {
    const surface = await browser.newSurface();
    await surface.setViewport({ width: 380, height: 600 });
    await surface.goto('popup.html');
    const popup = new PopupPage(surface);
    await popup.ready();
    return popup;
  }

  /** Waits until the popup knows what is tracked. */
  async ready(): Promise<void> {
    const shown = (): Promise<boolean> =>
      this.surface.evaluate(() => document.querySelector('.entries, .empty, [role=alertdialog]') !== null);
    await until('the popup to show what is tracked', shown);
  }

  async startTimer(description: string, { project, billable }: Choices = {}): Promise<void> {
    await this.surface.fill('textbox', 'What are you working on?', description);
    if (project !== undefined) await this.chooseProject(project);
    if (billable) await this.surface.click('button', 'Billable');
    await this.surface.click('button', 'Start timer');
    await this.surface.waitFor('timer', 'Elapsed time');
  }

  /** Chooses a project by its name, or creates it. */
  async chooseProject(name: string): Promise<void> {
    await this.surface.fill('combobox', 'Project', name);
    const named = new RegExp(`^(${literally(name)}|Create project “${literally(name)}”)$`);
    await this.surface.click('option', named);
  }

  async stopTimer(): Promise<void> {
    await this.surface.click('button', 'Stop timer');
    await this.surface.waitFor('button', 'Start timer');
  }

  /** `h:mm:ss` as seconds. */
  async elapsedSeconds(): Promise<number> {
    const [hours = 0, minutes = 0, seconds = 0] = (await this.surface.text('timer', 'Elapsed time'))
      .split(':')
      .map(Number);
    return hours * 3600 + minutes * 60 + seconds;
  }

  async discardTimer(): Promise<void> {
    await this.surface.click('button', 'Discard timer');
  }

  async undo(): Promise<void> {
    await this.surface.click('button', 'Undo');
  }

  async continueEntry(description: string): Promise<void> {
    await this.surface.click('button', `Continue ${description}`);
  }

  /** Changes when the running entry started, as typed. */
  async changeStart(typed: string): Promise<void> {
    await this.openStartEditor();
    await this.surface.fill('textbox', 'Start', typed);
    await this.surface.click('button', 'Save');
  }

  async openStartEditor(): Promise<void> {
    await this.surface.click('button', /^Edit start time/);
  }

  async openEdit(description: string): Promise<void> {
    await this.surface.click('button', new RegExp(`^Edit ${literally(description)}, `));
    await this.surface.waitFor('heading', 'Edit entry');
  }

  /** Today's and the week's total, as shown. */
  async totals(): Promise<{ readonly today: string; readonly week: string }> {
    const text = await this.surface.evaluate(() => document.querySelector('dl')?.innerText ?? '');
    const [, today = '', , week = ''] = text.split(/\s+/);
    return { today, week };
  }

  /** Names of the buttons that open an entry, newest first. */
  async entries(): Promise<string[]> {
    return (await this.surface.names('button')).filter((name) => /^Edit (?!start time)/.test(name));
  }

  /** Headings of the list with their totals, `Today 1:20`. */
  async days(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('li.day')].map((day) => (day as HTMLElement).innerText.replace(/\s+/g, ' ').trim()),
    );
  }
}
