import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { sendDone, work } from '../../proofs/extension-page.ts';
import type { BrowserUnderTest } from '../drivers/browser.ts';
import type { Surface } from '../drivers/surface.ts';

/** The report page as a person uses it, and a way to put entries where it shows them. */
export class ReportPage {
  readonly surface: Surface;
  readonly zone: string;

  private constructor(surface: Surface, zone: string) {
    this.surface = surface;
    this.zone = zone;
  }

  static async openIn(browser: BrowserUnderTest, zone: string): Promise<ReportPage> {
    const surface = await browser.newSurface();
    await surface.setViewport({ width: 1200, height: 900 });
    await surface.goto('report.html#timesheet');
    return new ReportPage(surface, zone);
  }

  instant(local: string): number {
    return Temporal.ZonedDateTime.from(`${local}[${this.zone}]`).epochMilliseconds;
  }

  /** An entry from one local time to another, as written by hand. */
  async add(from: string, to: string, description: string, project: string | null = null): Promise<TimeEntry> {
    const span = { start: this.instant(from), end: this.instant(to) };
    const { entry } = await sendDone(this.surface, { type: 'entry.add', work: work(description, project), ...span });
    return entry;
  }

  async start(description: string, project: string): Promise<void> {
    await sendDone(this.surface, { type: 'timer.start', work: work(description, project) });
  }

  async show(address: string): Promise<void> {
    await this.surface.goto(`report.html#${address}`);
  }
}
