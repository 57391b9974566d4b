import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thrownFrom } from '../../../lib/platform/thrown.ts';
import { checkFields, isStrange, type Said, usageBody } from '../../../lib/telemetry/envelope.ts';
import { errorBody } from '../../../lib/telemetry/error-envelope.ts';
import { errorMessages, errorTypes, scrub, typeOf, UNKNOWN_MESSAGE } from '../../../lib/telemetry/error-words.ts';
import { NO_FINGERPRINT } from '../../../lib/telemetry/fingerprint.ts';
import { browserNames, platformFacts, strangeFact, systems } from '../../../lib/telemetry/platform-facts.ts';
import { type EventName, eventNames, ruleOf } from '../../../lib/telemetry/registry.ts';
import { formsOf, hostileText } from './hostile.ts';
import { emptyDisk } from './memory.ts';
import { HOME, platform, T0, TelemetryWorker } from './worker.ts';

const said: Said = {
  name: 'timer.started',
  fields: { user_id: 1, entry_id: 5 },
  fingerprint: NO_FINGERPRINT,
  at: T0,
  platform,
};
const built = {
  uuid: '01a20b01-cd99-72aa-b218-38b34f122494',
  event: 'timer.started',
  properties: {
    ...{ user_id: 1, entry_id: 5, distinct_id: NO_FINGERPRINT },
    ...{ $os: 'Linux', $browser: 'Chrome', $browser_version: 156, app_version: '1.0.0' },
  },
};

describe('the fields of an event', () => {
  test('P09 are small whole numbers, and user_id is always 1', () => {
    expect(checkFields('timer.started', { entry_id: 5, project_id: null, task_id: undefined })).toEqual({
      user_id: 1,
      entry_id: 5,
    });
    for (const wrong of [0, -1, 1.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '5', true, [5], {}, 5n, T0]) {
      expect(checkFields('timer.started', { entry_id: wrong })).toEqual({ strange: 'entry_id' });
    }
  });

  test('P08 P13 anything that is not on the list refuses the event, and only its name is kept', () => {
    expect(checkFields('timer.started', { entry_id: 5, file: 'x' })).toEqual({ strange: 'file' });
    expect(checkFields('timer.started', { entry_id: 5, user_id: 7 })).toEqual({ strange: 'user_id' });
    expect(checkFields('timer.started', { entry_id: 5, 'Ann Example': 1 })).toEqual({ strange: 'a field' });
    expect(checkFields('timer.started', {})).toEqual({ strange: 'entry_id' });
    expect(checkFields('report.viewed', { entry_id: 5 })).toEqual({ strange: 'entry_id' });
    for (const name of ['timer.exploded', '__proto__', 'constructor', 5, null]) {
      expect(checkFields(name, {})).toEqual({ strange: 'event' });
    }
    for (const fields of [null, 5, 'x', [1]])
      expect(checkFields('report.viewed', fields)).toEqual({ strange: 'fields' });
  });

  test('P08 every event of the list can be recorded with what it needs, and without more', () => {
    for (const name of eventNames) {
      const { needs } = ruleOf(name);
      const fields = Object.fromEntries(needs.map((field) => [field, 1]));
      expect(checkFields(name, fields)).toEqual({ user_id: 1, ...fields });
    }
  });
});

describe('the envelope of an event', () => {
  test('P08–P12 holds exactly these keys', () => {
    const made = usageBody(
      { ...built, properties: { ...built.properties, $current_url: 'x', $timezone: 'Europe/Berlin' } },
      said,
    );
    expect(isStrange(made) || JSON.parse(made.body)).toEqual({
      uuid: built.uuid,
      event: 'timer.started',
      distinct_id: NO_FINGERPRINT,
      timestamp: '2026-11-24T09:00:00.000Z',
      properties: {
        ...{ user_id: 1, entry_id: 5, $os: 'Linux', $browser: 'Chrome', $browser_version: 156, app_version: '1.0.0' },
        ...{ $process_person_profile: false, $geoip_disable: true, $ip: '0.0.0.0' },
      },
    });
  });

  test.each([
    ['uuid', { ...built, uuid: '5f0c2a51-1f5e-4d0e-8000-000000000000' }, said],
    ['event', { ...built, event: 'timer.stopped' }, said],
    ['distinct_id', { ...built, properties: { ...built.properties, distinct_id: 'ann' } }, said],
    ['entry_id', { ...built, properties: { ...built.properties, entry_id: 6 } }, said],
    ['$os', { ...built, properties: { ...built.properties, $os: 'Ann’s computer' } }, said],
    ['timestamp', built, { ...said, at: 5 }],
    ['app_version', built, { ...said, platform: { ...platform, appVersion: '1.0 for Ann' } }],
    ['uuid', null, said],
  ])('P13 a strange %s refuses the event', (field, given, saidOfIt) => {
    expect(usageBody(given, saidOfIt)).toEqual({ strange: field });
  });

  test('P11 the platform comes from closed lists, whatever the browser says of itself', () => {
    const of = (userAgent: string) => platformFacts(userAgent, '1.0.0');
    const windows =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
    expect(of(windows)).toMatchObject({ os: 'Windows', browser: 'Chrome', browserVersion: 156 });
    expect(of(`${windows} Edg/156.0.1.2`)).toMatchObject({ os: 'Windows', browser: 'Edge', browserVersion: 156 });
    expect(of('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0')).toMatchObject({
      os: 'Linux',
      browser: 'Firefox',
      browserVersion: 153,
    });
    fc.assert(
      fc.property(hostileText, (userAgent) => {
        const facts = of(userAgent);
        expect(strangeFact(facts)).toBeNull();
        expect(systems).toContain(facts.os);
        expect(browserNames).toContain(facts.browser);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});

describe('an error report', () => {
  const report = (exception: unknown) =>
    errorBody(
      { event_id: 'a'.repeat(32), user: { id: 1 }, request: { url: 'x' }, exception },
      { fingerprint: NO_FINGERPRINT, at: T0, platform, home: HOME },
    );

  test('P13 holds types, scrubbed messages and positions in our own files, and nothing else', () => {
    const frames = [
      { filename: 'https://canary.example/x.js', lineno: 1, colno: 2 },
      {
        filename: `${HOME}chunks/popup-Dk_3s.js`,
        function: 'canary',
        lineno: 3,
        colno: 4,
        abs_path: 'canary',
        vars: { a: 'canary' },
      },
      { filename: `${HOME}popup.html?canary`, lineno: 1 },
      { filename: `${HOME}background.js`, lineno: 7, colno: 8, context_line: 'canary' },
      { filename: `${HOME}canary/../../x y.js`, lineno: 1 },
    ];
    const made = report({
      values: [{ type: 'canary', value: 'canary', stacktrace: { frames }, mechanism: { data: 'canary' } }],
    });
    if (isStrange(made)) throw new Error(made.strange);
    const lines = made.body.split('\n');
    expect(lines.slice(0, 2)).toEqual([`{"event_id":"${'a'.repeat(32)}"}`, '{"type":"event"}']);
    expect(JSON.parse(lines[2] ?? '')).toEqual({
      ...{ event_id: 'a'.repeat(32), timestamp: T0 / 1000, platform: 'javascript', level: 'error', release: '1.0.0' },
      tags: { os: 'Linux', browser: 'Chrome', browser_version: '156', installation: NO_FINGERPRINT },
      exception: {
        values: [
          {
            type: 'Error',
            value: '*',
            stacktrace: {
              frames: [
                { filename: 'app:///chunks/popup-Dk_3s.js', lineno: 3, colno: 4, in_app: true },
                { filename: 'app:///background.js', lineno: 7, colno: 8, in_app: true },
              ],
            },
          },
        ],
      },
      sdk: { name: 'sentry.javascript.browser', version: '11.12.0', settings: { infer_ip: 'never' } },
    });
  });

  test('P13 a message is one of a list, with what is between its fixed words left out', () => {
    expect(scrub("Cannot read properties of undefined (reading 'salary')")).toBe(
      "Cannot read properties of undefined (reading '*')",
    );
    expect(scrub('Ann Example is not a function')).toBe('* is not a function');
    expect(scrub('Ann Example')).toBe(UNKNOWN_MESSAGE);
    expect(typeOf('TypeError')).toBe('TypeError');
    expect(typeOf('Ann Example')).toBe('Error');
    const vocabulary = new Set([...errorMessages, ...errorTypes, UNKNOWN_MESSAGE]);
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        for (const text of [one, `${one} is not a function`, `${one}${other}`, `no answer in time${one}`]) {
          expect(vocabulary.has(scrub(text)) && vocabulary.has(typeOf(text))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('P13 the body does not change with what an error says, whatever it says', () => {
    const nothing = report({ values: [{ type: 'Error', value: '*' }] });
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(scrub(text) === UNKNOWN_MESSAGE && typeOf(text) === 'Error');
        const frame = {
          filename: text,
          function: text,
          module: text,
          abs_path: text,
          lineno: 1,
          vars: { [text]: text },
        };
        const values = [{ type: text, value: text, module: text, stacktrace: { frames: [frame, text] }, [text]: text }];
        expect(report({ values, [text]: text })).toEqual(nothing);
      }),
      { numRuns: 3000 },
    );
  }, 60_000);

  test('anything can be thrown', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    for (const value of [undefined, null, 5, 'text', Symbol('x'), trap, Object.create(null), [], () => 0]) {
      expect(Object.values(thrownFrom(value)).every((text) => typeof text === 'string')).toBe(true);
    }
  });
});

test('P13 thousands of hostile strings, wherever they are put, are in no body in any form', async () => {
  const disk = emptyDisk();
  const worker = new TelemetryWorker(disk);
  await worker.telemetry.agree('options');
  const canaries: string[] = [];
  // what TypeScript forbids, someone will do one day
  const record = worker.telemetry.record.bind(worker.telemetry) as (name: string, fields: unknown) => Promise<void>;
  await fc.assert(
    fc.asyncProperty(hostileText, fc.constantFrom<EventName>(...eventNames), async (text, name) => {
      canaries.push(text);
      worker.now += 61_000;
      await record(name, { [text]: 1, entry_id: 3 });
      await record(name, { entry_id: text, project_id: text, task_id: text, client_id: text });
      await record(text, { entry_id: 3 });
      await worker.telemetry.recordError(
        Object.assign(new Error(text), { name: text, stack: `${text}\n at ${text} (${HOME}${text}:1:2)` }),
      );
      await worker.telemetry.record('timer.started', { entry_id: 3 });
      if (canaries.length % 20 === 0) await worker.flushLater();
      if (canaries.length % 20 === 0) await worker.telemetry.emptyLog();
      expect(disk.database.queue.size).toBeLessThan(200);
    }),
    { numRuns: 400 },
  );
  await worker.flushLater();
  expect(worker.requests.length).toBeGreaterThan(100);
  // the vocabulary alone, so that a canary that is by chance a word of ours ("version") is not a leak
  const clean = new TelemetryWorker(emptyDisk());
  await clean.telemetry.agree('options');
  await clean.telemetry.record('timer.started', { entry_id: 3 });
  await clean.telemetry.recordError(new Error('x'));
  await clean.flushLater();
  const leaks = canaries.flatMap(formsOf).filter((form) => worker.wire.includes(form) && !clean.wire.includes(form));
  expect(leaks).toEqual([]);
}, 60_000);
