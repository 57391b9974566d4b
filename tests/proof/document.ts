import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** docs/proof.md has two authors: `npm run proof` writes what comes first, `npm run spotlight` the part below this heading. */
const HEADING = '\n## Read by Sentry’s own receiver\n';
const file = resolve(import.meta.dirname, '../../docs/proof.md');

function halves(): [string, string] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [first = '', second = ''] = text.split(HEADING);
  return [first, second];
}

const write = (first: string, second: string): void => writeFileSync(file, second ? first + HEADING + second : first);

export const recordProof = (text: string): void => write(text, halves()[1]);
export const recordSpotlight = (text: string): void => write(halves()[0], text);
