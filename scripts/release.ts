import { execFileSync } from 'node:child_process';
import { product } from '../lib/product.ts';

const missing = Object.entries(product).filter(([, value]) => /to.be.filled.in/i.test(value));
if (missing.length > 0) {
  console.error(
    `Not released: fill in ${missing.map(([name]) => name).join(', ')} in lib/product.ts (see docs/release.md).`,
  );
  process.exit(1);
}
execFileSync('npm', ['run', 'zip'], { stdio: 'inherit' });
