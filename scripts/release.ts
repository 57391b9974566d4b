import { execFileSync } from 'node:child_process';
import { product } from '../lib/product.ts';
import { posthog, sentry } from '../lib/telemetry/destinations.ts';

/** Says what only the owner can fill in; without `--warn` it refuses while something is missing, and makes the packages. */
const unfilled = Object.entries(product).filter(([, value]) => /to.be.filled.in/i.test(value));
const keys = Object.entries({ 'posthog.key': posthog.key, 'sentry.key': sentry.key });
const missing = [
  ...unfilled.map(([name]) => `${name} in lib/product.ts`),
  ...keys.filter(([, key]) => key.includes('UNISSUED')).map(([name]) => `${name} in lib/telemetry/destinations.ts`),
];
const warns = process.argv.includes('--warn');
if (missing.length > 0) {
  const list = missing.map((one) => `  ${one}`).join('\n');
  console.error(`${warns ? 'Not for a release' : 'Not released'}: fill in (see docs/release.md)\n${list}`);
  if (!warns) process.exit(1);
} else if (!warns) execFileSync('npm', ['run', 'zip'], { stdio: 'inherit' });
