import { setTimeout as pause } from 'node:timers/promises';
import type { LogRow } from '../../lib/telemetry/rows.ts';
import type { Collector } from '../collector/collector.ts';
import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import { until } from '../e2e/drivers/waiting.ts';
import { TelemetryBehind } from '../e2e/pages/telemetry.ts';

export interface TelemetryKills {
  readonly kills: number;
  /** Events that were written down before a kill. */
  readonly recorded: number;
  readonly received: number;
  /** How often the browser lost the whole database: telemetry was off afterwards, as it has to be. */
  readonly lost: number;
  readonly faults: readonly string[];
}

const uuidOf = (text: string): string => /"uuid":"([^"]+)"/.exec(text)?.[1] ?? '';

/** Every event of every batch that came, by its UUID, as the bytes it was. */
function arrived(collector: Collector): Map<string, Set<string>> {
  const bodies = new Map<string, Set<string>>();
  for (const { path, body } of collector.received) {
    if (path !== '/batch/') continue;
    for (const [text] of body.matchAll(/\{"uuid":.*?\}\}/g)) {
      bodies.set(uuidOf(text), (bodies.get(uuidOf(text)) ?? new Set()).add(text));
    }
  }
  return bodies;
}

function faultsIn(run: number, before: readonly LogRow[], after: readonly LogRow[], collector: Collector): string[] {
  const there = new Map(after.map((row) => [row.id, row]));
  const came = arrived(collector);
  const known = new Set(after.map(({ body }) => uuidOf(body ?? '')));
  return [
    ...before
      .filter((row) => there.get(row.id)?.body !== row.body)
      .map(({ id }) => `${run}: row ${id} is lost or another`),
    ...after
      .filter(({ state, body, sink }) => sink === 'posthog' && state === 'sent' && !came.has(uuidOf(body ?? '')))
      .map(({ id }) => `${run}: row ${id} is noted as sent and never came`),
    ...[...came].filter(([uuid]) => !known.has(uuid)).map(([uuid]) => `${run}: ${uuid} came and stands nowhere`),
    ...[...came].filter(([, bodies]) => bodies.size > 1).map(([uuid]) => `${run}: ${uuid} came as two events`),
  ];
}

/**
 * Kills the whole browser at random while events are recorded, sent and confirmed, and starts it again: what was written down is
 * there, what is noted as sent was received, and nothing is sent under two UUIDs.
 */
export async function killWhileSending(
  browser: BrowserUnderTest,
  collector: Collector,
  kills: number,
): Promise<TelemetryKills> {
  const faults: string[] = [];
  let recorded = 0;
  let lost = 0;
  collector.reply = () => ({ status: 200, afterMs: Math.random() * 80 });
  for (let run = 0; run < kills; run++) {
    let behind = await TelemetryBehind.openIn(browser);
    if ((await behind.installationIdIfAny()) === null) await behind.agree();
    await behind.happen(50);
    const flushing = behind.restartWorker().catch(() => undefined);
    const recording = behind.happenSoon(200).catch(() => undefined);
    await pause(100 + Math.random() * 700);
    const before = await behind.log().catch(() => []);
    await browser.kill();
    await Promise.all([flushing, recording]);
    await browser.restart();
    behind = await TelemetryBehind.openIn(browser);
    await behind.tell({ type: 'telemetry.question' });
    await pause(300);
    if ((await behind.installationIdIfAny()) === null) {
      lost += 1;
      collector.received.length = 0; // of what went before, nothing is known here any more
    } else {
      const after = await behind.log();
      faults.push(...faultsIn(run, before, after, collector));
      recorded = after.length;
    }
    await behind.surface.close();
  }
  return { kills, recorded, received: collector.received.length, lost, faults };
}

/** So many events while the person turns it off: none may be left, none may leave afterwards. */
export async function raceWithdrawal(behind: TelemetryBehind, collector: Collector, events: number): Promise<string[]> {
  collector.reply = () => ({ status: 200, afterMs: 5 });
  await behind.agree();
  const other = await TelemetryBehind.openIn(behind.browser);
  const recording = other.happenSoon(events);
  await pause(300);
  await behind.withdraw();
  const off = Date.now();
  await recording;
  const faults: string[] = [];
  if ((await behind.queue()).length > 0) faults.push('something waits');
  await until('the rest to be recorded', async () => (await behind.recorded()) >= events, 600_000);
  await behind.restartWorker();
  await pause(1000);
  if ((await behind.queue()).length > 0) faults.push('something waits');
  if (collector.begun.some((at) => at > off)) faults.push('a request began after it was off');
  return faults;
}
