import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { posthog, sentry } from '../../../lib/telemetry/destinations.ts';
import { POLICY_VERSION, retention } from '../../../lib/telemetry/policy.ts';
import { bounds } from '../../../lib/telemetry/queue-bounds.ts';
import { eventNames, ruleOf } from '../../../lib/telemetry/registry.ts';
import { eventsDocument } from '../../../scripts/events-doc.ts';

const DOCS = resolve(import.meta.dirname, '../../../docs');
const read = (name: string): string => readFileSync(resolve(DOCS, name), 'utf8');
const documents = ['all_tracked_events.md', 'telemetry_policy.md', 'privacy.md', 'TELEMETRY_TRANSPARENCY.md'];

test('P15 the event list is what the code says', () => {
  expect(read('all_tracked_events.md')).toBe(eventsDocument());
  for (const name of eventNames) expect(read('all_tracked_events.md')).toContain(`| \`${name}\` `);
  expect(eventNames.every((name) => ruleOf(name).when !== '' && ruleOf(name).why !== '')).toBe(true);
});

test('P16 every link in the documents leads somewhere', () => {
  for (const name of documents) {
    for (const [, target] of read(name).matchAll(/\]\(([^)]+)\)/g)) {
      expect(existsSync(resolve(dirname(resolve(DOCS, name)), target ?? '')), `${name}: ${target}`).toBe(true);
    }
  }
});

test('P24 P26 version, retention, hosts and bounds in the documents are those of the code', () => {
  const policy = read('telemetry_policy.md');
  expect(policy).toContain(`Version ${POLICY_VERSION},`);
  expect(policy).toContain(`| ${POLICY_VERSION} `);
  expect(policy).toContain(`${retention.posthogYears} years`);
  expect(policy).toContain(`${retention.sentryDays} days`);
  expect(policy).toContain(`${retention.logDays} days`);
  expect(policy).toContain(new URL(posthog.host).host);
  expect(new URL(sentry.host).host).toMatch(/\.ingest\.de\.sentry\.io$/);
  const transparency = read('TELEMETRY_TRANSPARENCY.md');
  expect(transparency).toContain(`${bounds.posthog.rows} events and ${bounds.sentry.rows} error reports`);
});

test('P27 P28 P29 the policy compares, answers what people ask, and says whom to write to', () => {
  const policy = read('telemetry_policy.md');
  for (const product of ['VS Code', 'Firefox', 'Chrome', 'Ubuntu']) expect(policy).toContain(`| ${product} `);
  for (const question of [
    'Why can’t I use my own keys?',
    'Is this spyware?',
    'What if I want zero telemetry?',
    'Can you identify me?',
    'What about error reports?',
    'Can I build without keys?',
    'Is this GDPR compliant?',
  ]) {
    expect(policy.replaceAll("'", '’')).toContain(`**${question}**`);
  }
  expect(policy).toContain('privacyContact');
});

test('P06 P21 one folder: no key, host, request or vendor’s library anywhere else in the product', () => {
  const root = resolve(DOCS, '..');
  const elsewhere = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !file.startsWith('lib/telemetry/'),
  );
  const strange = elsewhere.filter((file) =>
    /posthog-js|@sentry\/|phc_|ingest\.de\.sentry|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/.test(
      readFileSync(resolve(root, file), 'utf8'),
    ),
  );
  expect(strange).toEqual([]);
  const inside = globSync('lib/telemetry/**/*.ts', { cwd: root });
  const using = (mark: RegExp): string[] =>
    inside.filter((file) => mark.test(readFileSync(resolve(root, file), 'utf8')));
  expect(using(/from '(posthog-js|@sentry)/)).toEqual([
    'lib/telemetry/sinks/posthog.ts',
    'lib/telemetry/sinks/sentry.ts',
  ]);
  expect(using(/\bfetch\(/)).toEqual(['lib/telemetry/post.ts']);
  expect(using(/process\.env|import\.meta\.env/)).toEqual([]);
});
