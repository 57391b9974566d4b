import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leakInto, watchSilence } from '../proofs/silence.ts';
import { expect, test } from './browser-test.ts';
import { builtFor } from './drivers/open.ts';

/** A minute of `npm run proof`. */
test.describe('P05 P18 P22 while telemetry is off', () => {
  test('nothing leaves, whatever is opened, done, thrown, restarted or updated, and no ID exists', async ({ kind }) => {
    const seen = await watchSilence({ kind, extensionDir: builtFor[kind], forMs: 1, whole: true, proxy: true });
    expect(seen.used.pages).toBeGreaterThan(10);
    expect(seen.used.commands).toBeGreaterThan(15);
    expect({ proxy: seen.throughProxy, requests: seen.requests, ids: seen.ids }).toEqual({
      proxy: [],
      requests: [],
      ids: [],
    });
  });

  test('no name is looked up', async ({ kind }) => {
    const seen = await watchSilence({ kind, extensionDir: builtFor[kind], forMs: 1, whole: false, proxy: false });
    expect({ requests: seen.requests, lookups: seen.lookups }).toEqual({ requests: [], lookups: [] });
  });

  test('a single added request is found: by the proxy, and by what the browser looks up', async ({ kind }) => {
    const leaking = mkdtempSync(join(tmpdir(), 'timetracker-leaking-'));
    try {
      cpSync(builtFor[kind], leaking, { recursive: true });
      leakInto(leaking, 'popup');
      const watch = { kind, extensionDir: leaking, forMs: 1, whole: false } as const;
      expect((await watchSilence({ ...watch, proxy: true })).throughProxy).toContain('CONNECT eu.i.posthog.com:443');
      expect((await watchSilence({ ...watch, proxy: false })).lookups.join()).toContain('eu.i.posthog.com');
    } finally {
      rmSync(leaking, { recursive: true, force: true });
    }
  });
});
