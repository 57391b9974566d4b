import type { WorkInput } from '../lib/messaging/commands.ts';
import type { BrowserUnderTest } from '../tests/e2e/drivers/browser.ts';
import type { Surface } from '../tests/e2e/drivers/surface.ts';
import { sendDone } from '../tests/proofs/extension-page.ts';

const MINUTE = 60_000;
const DAYS = 70;

const projects = [
  { project: 'Checkout API', client: 'Harbor Supply', billable: true },
  { project: 'Patient portal', client: 'Osei Clinic', billable: true },
  { project: 'Storefront redesign', client: 'Harbor Supply', billable: true },
  { project: 'Editorial retainer', client: 'Larkfield Press', billable: true },
  { project: 'Open source', client: 'Internal', billable: false },
  { project: 'Admin', client: 'Internal', billable: false },
] as const;
const descriptions = [
  'Webhook retries with backoff',
  'Refund endpoint',
  'Stand-up',
  'Fix login redirect loop',
  'Product grid on small screens',
  'Audit log export',
];

/** The same work every time, uneven as work is: no day is like the next, weekends are mostly free. */
async function track(surface: Surface): Promise<void> {
  const today = Temporal.Now.plainDateISO('Europe/Berlin');
  for (let back = DAYS; back > 0; back -= 1) {
    const day = today.subtract({ days: back });
    if (day.dayOfWeek > 5 && back % 4 !== 0) continue;
    let at = day.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '08:30' }).epochMilliseconds;
    const count = day.dayOfWeek > 5 ? 1 : 3 + (back % 3);
    for (let i = 0; i < count; i += 1) {
      const length = (45 + ((back * 37 + i * 53) % 11) * 10) * MINUTE;
      const { project, client, billable } = projects[(back * 5 + i * i + i) % projects.length] ?? projects[0];
      const work: WorkInput = {
        description: descriptions[(back + i * 2) % descriptions.length] ?? '',
        project: { create: project },
        client: { create: client },
        task: null,
        tags: i % 3 === 0 ? [{ create: 'review' }] : [],
        billable,
      };
      await sendDone(surface, { type: 'entry.add', work, start: at, end: at + length });
      at += length + 10 * MINUTE;
    }
  }
}

/** The report page over some weeks, light and dark: calendar, timesheet, a week, a month, a year, a search. */
export async function photographReports(browser: BrowserUnderTest, folder: string): Promise<void> {
  const surface = await browser.newSurface();
  await surface.setReducedMotion(true);
  await surface.setViewport({ width: 1240, height: 1100 });
  await surface.goto('report.html#reports');
  const changes = { defaultRate: { amount: 12_000, currency: 'EUR' }, ownName: 'Robin Vale Studio' } as const;
  await sendDone(surface, { type: 'settings.update', changes });
  await track(surface);
  const lastWeek = Temporal.Now.plainDateISO('Europe/Berlin').subtract({ days: 7 }).toString();
  const pictures = {
    'calendar-day': `calendar?day=${lastWeek}`,
    'calendar-week': `calendar?day=${lastWeek}&show=week`,
    timesheet: `timesheet?day=${lastWeek}`,
    'reports-week': `reports?range=week&day=${lastWeek}`,
    'reports-month': `reports?range=month&day=${lastWeek}`,
    'reports-year': 'reports?range=year',
    search: 'search?text=login',
  };
  for (const [name, address] of Object.entries(pictures)) {
    await surface.goto(`report.html#${address}`);
    await surface.waitFor(
      name === 'timesheet' ? 'textbox' : 'button',
      name === 'timesheet' ? /^Checkout API, / : /entries$|^Edit /,
    );
    for (const scheme of ['light', 'dark'] as const) {
      await surface.setColorScheme(scheme);
      await new Promise((resolve) => setTimeout(resolve, 250));
      await surface.screenshot(`${folder}/${name}-${scheme}.png`);
    }
    await surface.setColorScheme('light');
  }
}
