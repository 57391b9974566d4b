import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { thrownFrom } from '../../../lib/platform/thrown.ts';
import { isStrange, type Said } from '../../../lib/telemetry/envelope.ts';
import { fingerprintOf, NO_FINGERPRINT } from '../../../lib/telemetry/fingerprint.ts';
import { type EventName, eventNames, ruleOf } from '../../../lib/telemetry/registry.ts';
import { lazyBuilders } from '../../../lib/telemetry/sinks/lazy.ts';
import { emptyDisk } from './memory.ts';
import { HOME, platform, T0, TelemetryWorker } from './worker.ts';

const FINGERPRINT = 'f'.repeat(64);
const fetch = vi.fn(() => Promise.reject(new Error('nothing may be requested')));
const beacon = vi.fn();
const timers = vi.fn();

beforeAll(() => {
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      constructor() {
        beacon();
      }
    },
  );
  vi.spyOn(globalThis, 'setInterval').mockImplementation(timers);
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const said = (name: EventName, fingerprint = FINGERPRINT): Said => ({
  ...{ name, fingerprint, at: T0, platform },
  fields: { user_id: 1, ...Object.fromEntries(ruleOf(name).needs.map((field) => [field, 42])) },
});

async function usage(event: Said): Promise<Record<string, unknown>> {
  const made = await lazyBuilders.usage(event);
  if (isStrange(made)) throw new Error(made.strange);
  return JSON.parse(made.body);
}

describe('the PostHog SDK as a builder', () => {
  test('P08–P12 every event of the list comes out as exactly the documented envelope', async () => {
    const uuids = new Set<unknown>();
    for (const name of eventNames) {
      const event = said(name);
      const body = await usage(event);
      uuids.add(body.uuid);
      expect(body).toEqual({
        uuid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
        event: name,
        distinct_id: FINGERPRINT,
        timestamp: new Date(T0).toISOString(),
        properties: {
          ...event.fields,
          ...{ $os: 'Linux', $browser: 'Chrome', $browser_version: 156, app_version: '1.0.0' },
          ...{ $process_person_profile: false, $geoip_disable: true, $ip: '0.0.0.0' },
        },
      });
    }
    expect(uuids.size).toBe(eventNames.length);
  });

  test('another installation is another fingerprint, and nothing of the first stays', async () => {
    expect((await usage(said('report.viewed', 'a'.repeat(64)))).distinct_id).toBe('a'.repeat(64));
    const off = await lazyBuilders.usage(said('report.viewed', NO_FINGERPRINT));
    expect(JSON.stringify(off)).not.toContain('aaaa');
  });

  test('300 events in a moment are 300 events', async () => {
    const made = await Promise.all(Array.from({ length: 300 }, () => usage(said('timer.started'))));
    expect(new Set(made.map(({ uuid }) => uuid)).size).toBe(300);
  });
});

describe('the Sentry SDK as a builder', () => {
  const thrown = (message: string): ReturnType<typeof thrownFrom> => ({
    name: 'TypeError',
    message,
    stack: `TypeError: ${message}\n    at Object.canary [as canary] (${HOME}background.js:12:345)\n    at async ${HOME}chunks/popup-Dk_3s.js:1:2\n    at https://canary.example/canary.js:3:4`,
  });
  const at = { fingerprint: FINGERPRINT, at: T0, platform, home: HOME };

  test('P07 P13 an error comes out as exactly the documented envelope', async () => {
    const made = await lazyBuilders.error(thrown("Cannot read properties of null (reading 'canary')"), at);
    if (!made || isStrange(made)) throw new Error('no report');
    expect(made.body).not.toContain('canary');
    const [header, item, event] = made.body.split('\n').map((line) => JSON.parse(line));
    expect(header).toEqual({ event_id: event.event_id });
    expect(item).toEqual({ type: 'event' });
    expect(event).toEqual({
      event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      ...{ timestamp: T0 / 1000, platform: 'javascript', level: 'error', release: '1.0.0' },
      tags: { os: 'Linux', browser: 'Chrome', browser_version: '156', installation: FINGERPRINT },
      exception: {
        values: [
          {
            type: 'TypeError',
            value: "Cannot read properties of null (reading '*')",
            stacktrace: {
              frames: [
                { filename: 'app:///chunks/popup-Dk_3s.js', lineno: 1, colno: 2, in_app: true },
                { filename: 'app:///background.js', lineno: 12, colno: 345, in_app: true },
              ],
            },
          },
        ],
      },
      sdk: { name: 'sentry.javascript.browser', version: '11.12.0', settings: { infer_ip: 'never' } },
    });
  });

  test('Firefox writes its stacks differently', async () => {
    const home = 'moz-extension://11111111-1111-4111-8111-111111111111/';
    const made = await lazyBuilders.error(
      { name: 'Error', message: 'no answer in time', stack: `canary@${home}background.js:5:6\n` },
      { ...at, home },
    );
    expect(JSON.stringify(made)).toContain('app:///background.js');
    expect(JSON.stringify(made)).not.toContain('11111111');
  });

  test('the same error twice in a row is one report', async () => {
    expect(await lazyBuilders.error(thrown('again'), at)).not.toBeNull();
    expect(await lazyBuilders.error(thrown('again'), at)).toBeNull();
    const both = await Promise.all([lazyBuilders.error(thrown('one'), at), lazyBuilders.error(thrown('two'), at)]);
    expect(both.every((made) => made !== null)).toBe(true);
  });
});

test('P17 with both SDKs: what leaves is what the log shows, and the sample is made the same way', async () => {
  const disk = emptyDisk();
  const worker = new TelemetryWorker(disk, { builders: lazyBuilders });
  const sample = await worker.telemetry.sample();
  expect(JSON.parse(sample ?? '')).toMatchObject({ event: 'timer.started', distinct_id: NO_FINGERPRINT });
  await worker.telemetry.agree('options');
  await worker.telemetry.record('task.deleted', { task_id: 3, project_id: 2 });
  await worker.telemetry.recordError(new RangeError('Invalid array length'));
  await worker.flushLater();
  const rows = [...disk.database.log.values()];
  expect(rows.map(({ event, state }) => [event, state])).toEqual([
    ['telemetry.enabled', 'sent'],
    ['task.deleted', 'sent'],
    ['error', 'sent'],
  ]);
  for (const { body, fingerprint } of rows) {
    expect(worker.wire).toContain(body);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(worker.wire).not.toContain(disk.database.consent?.installationId);
});

test('P12 the fingerprint is the SHA-256 of the ID', async () => {
  expect(await fingerprintOf('00ff')).toBe(createHash('sha256').update('00ff').digest('hex'));
});

test('P05 neither SDK requested anything or left a timer running', () => {
  expect(fetch).not.toHaveBeenCalled();
  expect(beacon).not.toHaveBeenCalled();
  expect(timers).not.toHaveBeenCalled();
  expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length).toBeLessThan(2);
});
