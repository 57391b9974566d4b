import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { posthog, sentry } from '../../lib/telemetry/destinations.ts';
import { readable } from '../../scripts/readable-frames.ts';
import { expect, test } from './browser-test.ts';
import { builtFor } from './drivers/open.ts';

/** Hosts that a file of the package may name. None but telemetry's two can be reached: the manifest allows no other. */
const named: Readonly<Record<string, string>> = {
  'eu.i.posthog.com': 'telemetry',
  'o0.ingest.de.sentry.io': 'telemetry',
  'www.w3.org': 'names of SVG and XML, not addresses',
  'schemas.openxmlformats.org': 'names in XLSX files, not addresses',
  'bit.ly': 'Dexie, in the text of an error',
  'tinyurl.com': 'Dexie, in the text of an error',
  'posthog.com': 'posthog-js, in the text of a warning',
  'app.posthog.com': 'posthog-js, a host it compares with',
  'us.posthog.com': 'posthog-js, a host it compares with',
  'us.i.posthog.com': 'posthog-js, its default; ours is set',
  'yandex.com': 'posthog-js, names of robots',
  'sentry.io': '@sentry/browser, in the text of a warning',
};

/** What the stores reject: code that comes from elsewhere or from a string. */
const forbidden: readonly RegExp[] = [
  /(?<![.\w$])eval\(/,
  /\bnew Function\(/,
  /(?<![.\w$])Function\(["'`]/,
  /createElement\(["'`]script["'`]\)/,
  // a worker may read its own later scripts, which stand in the package
  /\bimportScripts\((?!`\/late-\$\{\w+\}\.js`\))/,
  /\bimport\(["'`]https?:/,
  /<script[^>]+src=["']https?:/,
  /array\/.{0,20}\/config\.js/,
  /\/static\/(?:recorder|surveys|array)/,
];

interface Manifest {
  readonly content_security_policy: { readonly extension_pages: string };
  readonly [key: string]: unknown;
}

test.describe('P06 P21 the package', () => {
  const read = (kind: 'chromium' | 'firefox', pattern: string): Map<string, string> =>
    new Map(
      globSync(pattern, { cwd: builtFor[kind] }).map((file) => [
        file,
        readFileSync(join(builtFor[kind], file), 'utf8'),
      ]),
    );

  test('reaches two hosts and no other, and nothing reaches into it', async ({ kind }) => {
    const manifest = JSON.parse(readFileSync(join(builtFor[kind], 'manifest.json'), 'utf8')) as Manifest;
    const directives = new Map(
      manifest.content_security_policy.extension_pages.split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values.join(' ')] as const;
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe(`${posthog.host} ${sentry.host}`);
    expect([...directives.values()].join(' ')).not.toMatch(/unsafe|\*|http:|wss?:/);
    for (const key of [
      'host_permissions',
      'optional_host_permissions',
      'externally_connectable',
      'content_scripts',
      'update_url',
    ]) {
      expect(manifest[key], key).toBeUndefined();
    }
    expect(manifest['incognito']).toBe('not_allowed');
  });

  test('holds no code from elsewhere or from a string, names no other host, and no source maps', async ({ kind }) => {
    const files = read(kind, '**/*.{js,html,css}');
    expect(files.size).toBeGreaterThan(5);
    const strange = [...files].flatMap(([file, text]) => [
      ...forbidden.filter((rule) => rule.test(text)).map((rule) => `${file}: ${rule}`),
      // what a document links to is followed only by a click
      ...(file.endsWith('.html') ? [] : [...text.matchAll(/\b(?:https?|wss?):\/\/([A-Za-z0-9.-]+)/g)])
        .map(([, host = '']) => host)
        .filter((host) => !(host in named))
        .map((host) => `${file}: ${host}`),
    ]);
    expect(strange).toEqual([]);
    expect(globSync('**/*.map', { cwd: builtFor[kind] })).toEqual([]);
    expect([...files].filter(([, text]) => text.includes('sourceMappingURL')).map(([file]) => file)).toEqual([]);
  });

  test('what starts its worker is small', async ({ kind }) => {
    const size = (file: string): number => gzipSync(readFileSync(join(builtFor[kind], file)), { level: 9 }).length;
    expect(size('background.js')).toBeLessThan(2_000);
    expect(size('late-work.js')).toBeLessThan(50_000);
  });

  test('a frame of an error report is turned into a place in the source', async ({ kind }) => {
    const browser = kind === 'chromium' ? 'chrome' : 'firefox';
    const text = readFileSync(join(builtFor[kind], 'late-work.js'), 'utf8');
    const at = text.indexOf('telemetry-flush');
    const line = text.slice(0, at).split('\n').length;
    const column = at - text.lastIndexOf('\n', at);
    const place = readable(`app:///late-work.js:${line}:${column}`, `.output/maps/${browser}-mv3`);
    expect(place).toMatch(/^lib\/telemetry\/(telemetry|index)\.ts:\d+:\d+/);
  });

  test('Mozilla’s own linter finds no error in it', { tag: '@firefox' }, async () => {
    test.setTimeout(240_000); // it parses every script anew for each of its rules
    const { default: linter } = await import('addons-linter');
    const found = linter.createInstance({
      config: { _: [builtFor.firefox], logLevel: 'fatal', output: 'none', selfHosted: false, stack: false },
      runAsBinary: false,
    });
    const { errors, warnings } = await found.run();
    expect(errors).toEqual([]);
    const known = ['KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION', 'UNSAFE_VAR_ASSIGNMENT'];
    expect(warnings.map(({ code }) => code).filter((code) => !known.includes(code))).toEqual([]);
  });
});
