import type { Collector } from '../collector/collector.ts';
import { until } from '../e2e/drivers/waiting.ts';
import type { TelemetryBehind } from '../e2e/pages/telemetry.ts';

interface Cost {
  /** Milliseconds from a page's command to its answer. */
  readonly median: number;
  readonly p95: number;
}

const costOf = (times: readonly number[]): Cost => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
  return { median: at(0.5), p95: at(0.95) };
};

interface Extension {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Starts timers one after the other, as a page does, and times each answer. */
const timeStarts = (behind: TelemetryBehind, count: number): Promise<number[]> =>
  behind.surface.evaluate(async (many) => {
    const { browser, chrome } = globalThis as typeof globalThis & { browser?: Extension; chrome?: Extension };
    const { runtime } = browser ?? (chrome as Extension);
    const times: number[] = [];
    for (let i = 0; i < many; i++) {
      const work = { description: `cost ${i}`, project: null, task: null, tags: [], billable: false };
      const begun = performance.now();
      await runtime.sendMessage({ type: 'timer.start', work });
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return times;
  }, count);

const BLOCKS = 4;
const EACH = 50;

/** What starting a timer takes with telemetry off, on, and on while nobody answers; in turns, so that all meet the same machine. */
export async function costOfTelemetry(
  behind: TelemetryBehind,
  collector: Collector,
): Promise<Record<'off' | 'on' | 'unanswered', Cost>> {
  const times: Record<'off' | 'on' | 'unanswered', number[]> = { off: [], on: [], unanswered: [] };
  await timeStarts(behind, EACH); // the first ones warm up
  for (let i = 0; i < BLOCKS; i++) {
    times.off.push(...(await timeStarts(behind, EACH)));
    collector.reply = () => ({ status: 200 });
    await behind.agree();
    times.on.push(...(await timeStarts(behind, EACH)));
    collector.reply = () => 'never';
    await behind.restartWorker();
    await timeStarts(behind, 5);
    times.unanswered.push(...(await timeStarts(behind, EACH)));
    await behind.withdraw();
  }
  return { off: costOf(times.off), on: costOf(times.on), unanswered: costOf(times.unanswered) };
}

interface Ratio {
  readonly pairs: number;
  /** Geometric mean of on by off, and the ends of its interval of 95 %. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const PAIRS = 200;

/** One start with telemetry off beside one with it on, now this first and now that, so that all meet the same machine. */
export async function ratioOfTelemetry(behind: TelemetryBehind, collector: Collector): Promise<Ratio> {
  collector.reply = () => ({ status: 200 });
  const one = async (): Promise<number> => (await timeStarts(behind, 3)).at(-1) ?? 0;
  const logs: number[] = [];
  for (let i = 0; i < PAIRS; i++) {
    const offFirst = i % 2 === 0 ? await one() : null;
    await behind.agree();
    const on = await one();
    await behind.withdraw();
    logs.push(Math.log(on / (offFirst ?? (await one()))));
  }
  const mean = logs.reduce((sum, log) => sum + log, 0) / PAIRS;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (PAIRS - 1);
  const half = 1.96 * Math.sqrt(variance / PAIRS);
  const rounded = (log: number): number => Math.round(Math.exp(log) * 1000) / 1000;
  return { pairs: PAIRS, mean: rounded(mean), low: rounded(mean - half), high: rounded(mean + half) };
}

/** Milliseconds from the message that turns it off to the end of the connection on which a request waited for its answer. */
export async function timeToClose(behind: TelemetryBehind, collector: Collector): Promise<number> {
  collector.reply = () => 'never';
  await behind.agree();
  await behind.happen(50);
  const before = { begun: collector.begun.length, closed: collector.closed.length };
  await behind.restartWorker();
  await until('a request to have begun', async () => collector.begun.length > before.begun);
  const off = Date.now();
  await behind.withdraw();
  await until('the connection to be closed', async () => collector.closed.length > before.closed);
  return (collector.closed[before.closed] ?? 0) - off;
}
