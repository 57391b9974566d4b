import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Prints the part of CHANGELOG.md about one version; fails when there is none. */
const version = (process.argv[2] ?? '').replace(/^v/, '');
const changelog = readFileSync(resolve(import.meta.dirname, '../CHANGELOG.md'), 'utf8');
const part = changelog.split(/^## /m).find((one) => one.startsWith(`[${version}]`));
if (!part) {
  console.error(`CHANGELOG.md says nothing of ${version}.`);
  process.exit(1);
}
console.log(part.slice(part.indexOf('\n') + 1).trim());
