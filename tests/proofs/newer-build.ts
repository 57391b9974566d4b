import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import { builtFor } from '../e2e/drivers/open.ts';

const root = resolve(import.meta.dirname, '../..');
/** What a build is made from. */
const sources = ['components', 'docs', 'entrypoints', 'lib', 'public', 'scripts', 'package.json', 'tsconfig.json'];

const arguments_: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['-b', 'chrome'],
  firefox: ['-b', 'firefox', '--mv3'],
};

function edit(file: string, ...changes: readonly (readonly [string, string])[]): void {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} no longer says ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
}

/** What the newer version is: one event of it, `report.viewed`, counts as added with its policy. */
export const newer = { version: '99.0.0', policyVersion: '3.1.0', addedEvent: 'report.viewed' } as const;

/**
 * Does what docs/release.md says of a release that collects more, in a copy of the sources, and builds it by the same command.
 * @returns the folder of the build
 */
export function buildNewer(kind: BrowserKind, copyDir: string): string {
  for (const source of [...sources, 'wxt.config.ts'])
    cpSync(join(root, source), join(copyDir, source), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copyDir, 'node_modules'));
  edit(
    join(copyDir, 'lib/telemetry/policy.ts'),
    [`POLICY_VERSION = '3.0.0'`, `POLICY_VERSION = '${newer.policyVersion}'`],
    [`PolicyVersion = '3.0.0'`, `PolicyVersion = '3.0.0' | '${newer.policyVersion}'`],
  );
  const event = `'${newer.addedEvent}': { when: 'the report page is opened', why: 'see how much reports are used', ...bare`;
  edit(join(copyDir, 'lib/telemetry/registry.ts'), [event, `${event}, since: '${newer.policyVersion}'`]);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  edit(join(copyDir, 'package.json'), [`"version": "${version}"`, `"version": "${newer.version}"`]);
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const built = spawnSync(process.execPath, [wxt, 'build', ...arguments_[kind]], { cwd: copyDir, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the newer version does not build:\n${built.stdout}${built.stderr}`);
  return join(copyDir, builtFor[kind]);
}

/** Puts one build in the place of another, as an update does; the browser still has to take it. */
export function replaceBuild(extensionDir: string, by: string): void {
  rmSync(extensionDir, { recursive: true });
  cpSync(by, extensionDir, { recursive: true });
}
