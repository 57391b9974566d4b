// Runs before `npm start` and `npm test`; plain Node 20, because nothing is installed yet.
// Arguments: what to see to besides the dependencies (chromium, firefox, faketime).
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers, ensureFakeTime, howToInstall } from './browsers.mjs';
import { ensureDependencies, npmVersion } from './dependencies.mjs';

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const major = (version) => Number.parseInt(version ?? '0', 10);

function complaint() {
  if (major(process.versions.node) < 20) {
    return `TimeTracker needs Node 20 or newer; this is Node ${process.versions.node}. Install a newer Node and try again.`;
  }
  const npm = npmVersion();
  if (npm === null) return 'npm was not found. Install npm 11 or newer and try again.';
  if (major(npm) < 11) {
    return `TimeTracker needs npm 11 or newer; this is npm ${npm}. Run "npm install --global npm@11" and try again.`;
  }
  if (!ensureDependencies(projectFolder)) return 'The dependencies could not be installed; npm said why above.';
  const wanted = process.argv.slice(2);
  const missing = ensureBrowsers(wanted.filter((name) => name === 'chromium' || name === 'firefox'));
  if (wanted.includes('faketime') && !ensureFakeTime()) {
    console.warn(
      'libfaketime was not found: tests that change the clock of Chromium will fail (apt-get install faketime).',
    );
  }
  return missing.length > 0 ? howToInstall(missing) : null;
}

const problem = complaint();
if (problem) {
  console.error(problem);
  process.exit(1);
}
