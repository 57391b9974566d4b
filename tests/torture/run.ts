import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import { Collector } from '../collector/collector.ts';
import { sendingTo } from '../collector/reaching.ts';
import type { BrowserUnderTest, LaunchOptions } from '../e2e/drivers/browser.ts';
import { builtFor, openBrowser } from '../e2e/drivers/open.ts';
import { TelemetryBehind } from '../e2e/pages/telemetry.ts';
import { ZONE } from '../model/state.ts';
import { type Copy, type Damage, damageAndStart } from '../proofs/damage.ts';
import { killWhileImporting } from '../proofs/import-kills.ts';
import { killWhileWriting } from '../proofs/kills.ts';
import { compareInBrowser } from '../proofs/model-in-browser.ts';
import { fillDays, killAt, killPoints, killWhileFollowing } from '../proofs/protocol-kills.ts';
import { killWhileSending, raceWithdrawal } from '../proofs/telemetry-kills.ts';
import { fireFromTwoWindows } from '../proofs/two-windows.ts';
import { stopWorkerAtRandom } from '../proofs/worker-stops.ts';

/** `npm run torture`: the proofs of tests/e2e/never-loses.spec.ts by the hundred. Exits 1 when anything went wrong. */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    stops: { type: 'string', default: '1000' },
    imports: { type: 'string', default: '50' },
    damages: { type: 'string', default: '10' },
    points: { type: 'string', default: '10' },
    model: { type: 'string', default: '10000' },
    telemetry: { type: 'string', default: '100' },
    races: { type: 'string', default: '10000' },
    browser: { type: 'string', default: 'chromium' },
  },
});
const kind: BrowserKind = values.browser === 'firefox' ? 'firefox' : 'chromium';
const kills = Number(values.kills);
const stops = Number(values.stops);
const imports = Number(values.imports);
const rounds = Number(values.damages);
const pointRounds = Number(values.points);
const sequences = Number(values.model);

let failed = 0;

/** A proof in a new profile, so that one does not slow the next. */
async function prove(
  name: string,
  body: (browser: BrowserUnderTest, profileDir: string) => Promise<{ said: string; faults: readonly string[] }>,
  options: Partial<LaunchOptions> = {},
): Promise<void> {
  const profileDir = mkdtempSync(join(tmpdir(), 'timetracker-torture-'));
  const browser = await openBrowser(kind, { extensionDir: builtFor[kind], profileDir, timeZone: ZONE, ...options });
  const begun = performance.now();
  const { said, faults } = await body(browser, profileDir);
  const seconds = Math.round((performance.now() - begun) / 1000);
  failed += faults.length;
  console.log(
    `| ${name} | ${said} | ${faults.length === 0 ? 'nothing lost' : `${faults.length} faults`} | ${seconds} s |`,
  );
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  await browser.close();
  rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
}

console.log(`${new Date().toISOString().slice(0, 10)}, ${kind}\n`);
console.log('| proof | what was done | result | took |\n|---|---|---|---|');

/** Runs of so many, each in its own profile. */
const RUN = 25;
for (let done = 0; done < kills; done += RUN) {
  const count = Math.min(RUN, kills - done);
  await prove('browser killed while writing', async (browser) => {
    const report = await killWhileWriting(browser, count);
    const said = `${report.kills} kills, ${report.acknowledged} commands acknowledged, ${report.mended} copies mended`;
    return { said, faults: report.faults };
  });
}
for (let done = 0; done < imports; done += RUN) {
  const count = Math.min(RUN, imports - done);
  await prove('browser killed while importing', async (browser) => {
    const { before, after, faults } = await killWhileImporting(browser, count);
    return { said: `${before} times nothing of it, ${after} times all of it`, faults };
  });
}
for (let done = 0; done < stops; done += 100) {
  const count = Math.min(100, stops - done);
  await prove('worker stopped at random', async (browser) => ({
    said: `${count} starts and stops`,
    faults: await stopWorkerAtRandom(browser, count),
  }));
}
for (const point of killPoints) {
  if (pointRounds === 0) continue;
  await prove(`killed ${point}`, async (browser) => {
    const faults: string[] = [];
    for (let i = 0; i < pointRounds; i++) {
      const after = await killAt(browser, point);
      faults.push(...after.faults, ...(after.runsOn ? [] : ['what was acknowledged is lost']));
      if (after.carriedOut !== (point !== 'before the transaction ends')) faults.push('half carried out');
    }
    return { said: `${pointRounds} times`, faults };
  });
}
if (pointRounds > 0) {
  await prove('killed while the second copy is made again', async (browser) => {
    const faults: string[] = [];
    const surface = await browser.newSurface();
    await surface.goto('popup.html');
    await fillDays(surface, 115);
    for (let i = 0; i < pointRounds; i++) faults.push(...(await killWhileFollowing(browser)));
    return { said: `${pointRounds} times`, faults };
  });
}
for (let done = 0; done < sequences; done += 250) {
  const count = Math.min(250, sequences - done);
  await prove('random commands beside a model', async (browser) => {
    const { faults, steps } = await compareInBrowser(browser, count, Math.floor(Math.random() * 2 ** 31));
    return { said: `${count} sequences, ${steps} commands`, faults };
  });
}
const telemetryKills = Number(values.telemetry);
for (let done = 0; done < telemetryKills; done += RUN) {
  const count = Math.min(RUN, telemetryKills - done);
  const collector = await Collector.start();
  const proof = async (browser: BrowserUnderTest) => {
    const report = await killWhileSending(browser, collector, count);
    const said = `${count} kills, ${report.recorded} events recorded, ${report.received} requests, ${report.lost} databases lost`;
    return { said, faults: report.faults };
  };
  await prove('killed while events are recorded, sent and confirmed', proof, sendingTo(kind, collector.port));
  await collector.stop();
}
const races = Number(values.races);
if (races > 0) {
  const collector = await Collector.start();
  const proof = async (browser: BrowserUnderTest) => ({
    said: `${races} events at once`,
    faults: await raceWithdrawal(await TelemetryBehind.openIn(browser), collector, races),
  });
  await prove('telemetry turned off while events are recorded', proof, sendingTo(kind, collector.port));
  await collector.stop();
}
if (rounds > 0) {
  await prove('starts and stops from two windows', async (browser) => ({
    said: '2,000 at once',
    faults: await fireFromTwoWindows(browser, 2000),
  }));
}
for (const copy of ['database', 'second copy'] satisfies Copy[]) {
  for (const damage of ['deleted', 'cut short', 'older'] satisfies Damage[]) {
    if (rounds === 0) continue;
    await prove(`${copy} ${damage}`, async (browser, profileDir) => {
      const faults: string[] = [];
      for (let i = 0; i < rounds; i++) {
        const mended = await damageAndStart(browser, profileDir, copy, damage);
        faults.push(...mended.faults, ...(mended.sameBytes ? [] : ['the exported bytes changed']));
        if (mended.notice === null) faults.push('nothing was said');
      }
      return { said: `${rounds} times`, faults };
    });
  }
}
console.log(`\n${failed === 0 ? 'Nothing was lost.' : `${failed} faults.`}`);
process.exit(failed === 0 ? 0 : 1);
