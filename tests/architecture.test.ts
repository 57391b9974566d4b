import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Who may import whom: the table in docs/architecture.md. A room may always import itself. */
const mayImport: Record<string, readonly string[]> = {
  'lib/domain': [],
  'lib/platform': ['webextension-polyfill', 'uuid', 'public/_locales'],
  'lib/storage': ['lib/domain', 'lib/platform', 'dexie'],
  'lib/transfer': ['lib/domain', 'lib/platform', 'lib/storage', 'papaparse', 'fflate'],
  'lib/messaging': ['lib/domain', 'lib/platform', 'valibot'],
  'lib/telemetry': ['lib/platform', 'dexie'],
  'lib/telemetry/sinks': ['lib/telemetry', 'lib/platform', 'posthog-js', '@sentry/browser'],
  'lib/background': ['lib/domain', 'lib/storage', 'lib/messaging', 'lib/platform', 'lib/telemetry/index.ts'],
  components: ['lib/product.ts', 'lib/domain', 'lib/messaging', 'lib/platform/words.ts', 'preact'],
  'components/hooks': [
    'lib/storage/queries.ts',
    'lib/storage/reader.ts',
    'lib/storage/notice.ts',
    'lib/storage/report-reading.ts',
    'lib/telemetry/view.ts',
    'lib/telemetry/shown-status.ts',
    'lib/transfer/index.ts',
  ],
};

/** Narrower than their room. */
const mayNotImport: readonly { readonly from: string; readonly what: string; readonly why: string }[] = [
  { from: 'lib/storage/copy/', what: 'dexie', why: 'the popup uses the second copy alone' },
  { from: 'lib/storage/copy/', what: 'lib/storage/database.ts', why: 'the popup uses the second copy alone' },
];

interface Import {
  readonly file: string;
  readonly what: string;
}

const sources = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT }).sort();

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const { module } = parseSync(file, text);
  const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map((match) => match[1] ?? '');
  const fixed = module.staticImports.map((found) => found.moduleRequest.value);
  const passedOn = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  );
  return [...fixed, ...passedOn, ...dynamic].map((name) => ({
    file,
    what: name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name,
  }));
}

const roomOf = (path: string): string | undefined =>
  Object.keys(mayImport)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

function allowed({ file, what }: Import): boolean {
  const room = roomOf(file);
  if (!room) return true; // entrypoints put everything together
  const rooms = room.startsWith('components/') ? [room, 'components'] : [room];
  return rooms.some(
    (name) =>
      what.startsWith(`${name}/`) ||
      (mayImport[name] ?? []).some((target) => what === target || what.startsWith(`${target}/`)),
  );
}

test('every import goes where the table of rooms lets it', () => {
  const found = sources.flatMap(importsOf);
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter((one) => !allowed(one)).map(({ file, what }) => `${file} imports ${what}`)).toEqual([]);
});

test('the second copy is free of the database', () => {
  const broken = sources
    .flatMap(importsOf)
    .filter(({ file, what }) => mayNotImport.some((rule) => file.startsWith(rule.from) && what.startsWith(rule.what)));
  expect(broken).toEqual([]);
});

test('a file is named for the one thing it holds', () => {
  expect(sources.filter((file) => /\/(utils?|helpers?|common|manager|misc)\b/.test(file))).toEqual([]);
});

test('every page tells of what nobody caught, before anything else', () => {
  const pages = sources.filter((file) => /^entrypoints\/.*main\.tsx$/.test(file));
  expect(pages.length).toBeGreaterThan(2);
  const first = /^\s*reportErrors\(\);$/m;
  expect(pages.filter((file) => !first.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

test('no type is given up on: no any, no ts-ignore', () => {
  const given = sources.filter((file) =>
    /:\s*any\b|\bas any\b|<any>|@ts-(ignore|nocheck)/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(given).toEqual([]);
});

test('long files are printed, to be looked at', () => {
  const long = sources
    .map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 200);
  if (long.length > 0)
    console.info(
      `over 200 lines, is each still one thing?\n${long.map(({ file, lines }) => `  ${lines} ${file}`).join('\n')}`,
    );
});
