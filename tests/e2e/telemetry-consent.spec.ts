import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Collector } from '../collector/collector.ts';
import { sendingTo } from '../collector/reaching.ts';
import { buildNewer, newer, replaceBuild } from '../proofs/newer-build.ts';
import { builtFor } from './drivers/open.ts';
import { until } from './drivers/waiting.ts';
import { SWITCH } from './pages/privacy.ts';
import { TelemetryBehind } from './pages/telemetry.ts';
import { expect, test } from './telemetry-test.ts';

interface Phase {
  readonly name: string;
  /** What is going on when the person turns it off. */
  readonly arrange: (behind: TelemetryBehind, collector: Collector) => Promise<void>;
}

const sending = async (behind: TelemetryBehind, collector: Collector): Promise<void> => {
  const before = collector.begun.length;
  await behind.happen(50);
  await behind.restartWorker();
  await until('a request to have begun', async () => collector.begun.length > before);
};

const phases: readonly Phase[] = [
  { name: 'nothing waits', arrange: async () => undefined },
  { name: 'the queue is full', arrange: (behind) => behind.happen(60) },
  {
    name: 'a request is being sent',
    arrange: async (behind, collector) => {
      collector.reply = () => 'never';
      await sending(behind, collector);
    },
  },
  {
    name: 'the answer is on its way',
    arrange: async (behind, collector) => {
      collector.reply = () => ({ status: 200, afterMs: 400 });
      await sending(behind, collector);
    },
  },
  {
    name: 'the worker was just killed',
    arrange: async (behind) => {
      await behind.happen(60);
      await behind.browser.stopWorker();
    },
  },
  {
    name: 'another window goes on recording',
    arrange: async (behind) => {
      const other = await TelemetryBehind.openIn(behind.browser);
      void other.happenSoon(300).catch(() => undefined);
    },
  },
  {
    name: 'nobody can be reached',
    arrange: async (behind, collector) => {
      collector.reply = () => 'break';
      await sending(behind, collector);
    },
  },
];

test('P04 P19 turning it off, whatever is going on: nothing begins afterwards, and nothing is left', async ({
  behind,
  collector,
}) => {
  for (const { name, arrange } of phases) {
    collector.reply = () => ({ status: 200 });
    expect(await behind.agree(), name).toBe('done');
    const id = await behind.installationId();
    expect(id, name).toMatch(/^[0-9a-f]{32}$/);
    await arrange(behind, collector);
    expect(await behind.withdraw(), name).toBe('done');
    const off = Date.now();
    const later = (instants: readonly number[]): number => instants.filter((at) => at > off).length;
    await pause(600);
    await behind.restartWorker();
    await pause(300);
    expect({ begun: later(collector.begun), opened: later(collector.opened) }, name).toEqual({ begun: 0, opened: 0 });
    expect(collector.opened.length - collector.closed.length, `${name}: connections left open`).toBeLessThanOrEqual(
      name === 'a request is being sent' ? 0 : 1, // one that was kept for reuse closes by itself
    );
    expect(await behind.queue(), name).toEqual([]);
    expect(await behind.installationId(), name).toBeNull();
    expect(await behind.everythingStored(), name).not.toContain(id);
  }
});

test('P01 P05 P07 P17 P25 what was recorded while it was off stays here, errors too; each answer is noted', async ({
  behind,
  collector,
}) => {
  await behind.happen(60);
  await behind.surface.evaluate(() => void setTimeout(() => Promise.reject(new TypeError('Ann is not a function'))));
  await until('the error to be recorded', async () => (await behind.log()).some(({ event }) => event === 'error'));
  expect(new Set((await behind.log()).map(({ state }) => state))).toEqual(new Set(['wouldBeSent']));
  // a value that was stored, by a restored profile or by hand, is no agreement
  const receipt = { number: 9, since: Date.now(), state: 'granted', policyVersion: '3.0.0', by: 'options', epoch: 0 };
  await behind.store({ telemetryReceipt: receipt, telemetryStatus: { state: 'on', sent: 0, since: 0 } });
  await behind.happen(60);
  await behind.restartWorker();
  await until('the half agreement to be taken as none', async () => {
    const { telemetryReceipt } = await behind.stored();
    return (telemetryReceipt as typeof receipt).state === 'denied';
  });
  expect(await behind.installationId()).toBeNull();
  await behind.agree();
  await behind.happen(49);
  await behind.restartWorker();
  await until('what was recorded since the agreement to be sent', async () => collector.received.length === 1);
  expect(collector.received[0]?.body.match(/"uuid"/g)).toHaveLength(50);
  await behind.withdraw();
  const { receipts = [] } = await behind.snapshot();
  expect(receipts).toMatchObject([
    { number: 10, state: 'denied', by: 'mended' },
    { number: 11, state: 'granted', by: 'options', policyVersion: '3.0.0' },
    { number: 12, state: 'denied', by: 'options' },
  ]);
  await behind.happen(60);
  await behind.restartWorker();
  await pause(500);
  expect(collector.received).toHaveLength(1);
});

test('P01 P04 P23 an older database, or a lost receipt, never turns it on or sends what was deleted', async ({
  behind,
  collector,
}) => {
  await behind.agree();
  await behind.happen(60);
  await until('all to be recorded', async () => (await behind.queue()).length === 61);
  const older = await behind.snapshot();
  await behind.tell({ type: 'telemetry.deleteWaiting' });
  await behind.putBack(older);
  await expect.poll(() => behind.queue()).toEqual([]);
  await behind.withdraw();
  await behind.putBack(older);
  await expect.poll(() => behind.queue()).toEqual([]);
  await expect.poll(() => behind.installationId()).toBeNull();
  await behind.agree();
  await behind.happen(60);
  await behind.store({ telemetryReceipt: null });
  await behind.restartWorker();
  await expect.poll(() => behind.installationId()).toBeNull();
  expect(collector.opened).toEqual([]);
});

test('P26 an update whose policy is new asks again who had agreed; what it added stays here until then', async ({
  kind,
  open,
  collector,
  profileDir,
}) => {
  const extensionDir = join(profileDir, 'extension');
  cpSync(builtFor[kind], extensionDir, { recursive: true });
  const browser = await open({ extensionDir, ...sendingTo(kind, collector.port) });
  let behind = await TelemetryBehind.openIn(browser);
  expect(await behind.agree()).toBe('done');
  const id = await behind.installationId();
  await behind.surface.close();
  replaceBuild(extensionDir, buildNewer(kind, join(profileDir, 'newer')));
  await browser.reinstall();
  const question = await until('the question', () => browser.welcome());
  await question.waitFor('heading', 'The telemetry policy has changed.');
  expect(await question.pageText()).toContain('You agreed to version 3.0.0');
  expect(await question.evaluate(() => document.querySelector('input')?.checked)).toBe(false);

  behind = await TelemetryBehind.openIn(browser);
  const work = { description: 'old', project: null, task: null, tags: [], billable: false };
  await behind.happen(50); // of the event that is new: so many go at once
  await behind.tell({ type: 'telemetry.thrown', thrown: { name: 'TypeError', message: '', stack: '' } });
  await behind.send({ type: 'timer.start', work });
  const rows = async (): Promise<(string | null)[][]> =>
    (await behind.log()).map(({ event, state, why }) => [event, state, why]);
  await until('all to be recorded', async () => (await rows()).some(([event]) => event === 'timer.started'));
  await behind.restartWorker();
  expect((await rows()).filter(([event]) => event !== newer.addedEvent)).toEqual([
    ['telemetry.enabled', 'waiting', null],
    ['error', 'wouldBeSent', 'newPolicy'],
    ['timer.started', 'waiting', null], // what had been agreed to goes on
  ]);
  expect((await behind.log()).filter(({ why }) => why === 'newPolicy')).toHaveLength(51);
  expect(collector.opened).toEqual([]);

  await question.click('checkbox', SWITCH);
  await question.click('button', 'Start tracking');
  await question.waitFor('link', 'Open the timer here');
  expect(await behind.installationId()).toBe(id);
  expect((await behind.stored())['telemetryReceipt']).toMatchObject({
    ...{ state: 'granted', by: 'welcome', policyVersion: newer.policyVersion },
  });
  await behind.happen(48);
  await behind.restartWorker();
  await until('what came after the new agreement to be sent', async () => collector.received.length === 1);
  const sent = collector.received[0]?.body.match(/"event":"[^"]+"/g) ?? [];
  expect(sent.slice(0, 3)).toEqual(
    ['telemetry.enabled', 'timer.started', newer.addedEvent].map((one) => `"event":"${one}"`),
  );
  expect(sent).toHaveLength(50);
  expect(await behind.tell({ type: 'telemetry.question' })).toBeNull();
});

test('P01 P04 the browser’s own permission counts both ways', { tag: '@firefox' }, async ({ behind, collector }) => {
  expect(await behind.tell({ type: 'telemetry.agree', by: 'options' })).toBe('notPermitted');
  expect(await behind.installationId()).toBeNull();
  await behind.agree();
  await behind.happen(60);
  await behind.browser.setDataPermission(false);
  await until('taking it away to be a withdrawal', async () => (await behind.installationId()) === null);
  expect(await behind.queue()).toEqual([]);
  await behind.browser.setDataPermission(true);
  await behind.happen(60);
  await behind.restartWorker();
  expect((await behind.snapshot())['receipts']).toMatchObject([
    { state: 'granted' },
    { state: 'denied', by: 'browser' },
  ]);
  expect(collector.opened).toEqual([]);
});
