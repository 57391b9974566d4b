// Plain Node 20 without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const commands = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'msedge',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const applications = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
    join(process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)', 'Microsoft\\Edge\\Application\\msedge.exe'),
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Mozilla Firefox\\firefox.exe'),
  ],
};

const wanted = {
  chromium: 'Chromium 144 or newer (or Chrome, or Edge)',
  firefox: 'Firefox 140 or newer',
};

const debianPackage = { chromium: 'chromium', firefox: 'firefox-esr' };

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

/** Chromium as `npx playwright install chromium` leaves it; newest first. */
function inPlaywrightCache() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  ].filter((cache) => cache && existsSync(cache));
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => inside.map((path) => join(cache, name, path))),
  );
}

/** The executable of a browser on this machine, or null. TIMETRACKER_CHROMIUM and TIMETRACKER_FIREFOX win. */
export function findBrowser(kind) {
  const named = process.env[`TIMETRACKER_${kind.toUpperCase()}`];
  if (named) return isExecutable(named) ? named : null;
  const cached = kind === 'chromium' ? inPlaywrightCache() : [];
  return [...onPath(commands[kind]), ...applications[kind], ...cached].find(isExecutable) ?? null;
}

function succeeds(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options }).status === 0;
}

/** How to run a command as root: directly, through a sudo that asks nothing, or not at all (null). */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function isDebianLike() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** On Ubuntu the browsers are snaps, which cannot always be installed: the caller looks again afterwards. */
function installWithApt(packages) {
  const root = isDebianLike() ? asRoot() : null;
  if (!root) return;
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ...packages.map((name) => ['install', '-y', name])]) {
    const [command, ...rest] = [...root, 'apt-get', ...args];
    succeeds(command, rest, { env });
  }
}

const missing = (kinds) => kinds.filter((kind) => !findBrowser(kind));

/** Sees that the browsers are there and installs them where that is possible; answers with those still missing. */
export function ensureBrowsers(kinds) {
  if (missing(kinds).length === 0) return [];
  installWithApt(missing(kinds).map((kind) => debianPackage[kind]));
  if (missing(kinds).includes('chromium')) {
    console.log('Fetching Chromium with Playwright.');
    succeeds('npx', ['--no-install', 'playwright', 'install', ...(asRoot() ? ['--with-deps'] : []), 'chromium']);
  }
  return missing(kinds);
}

/** The library that lends a program another clock (package faketime), or null. */
export function findFakeTime() {
  const roots = ['/usr/lib', '/usr/lib64', '/usr/local/lib', '/opt/homebrew/lib', ...debianLibraryFolders()];
  const files = ['libfaketimeMT.so.1', 'libfaketime.so.1'];
  const paths = roots.flatMap((root) => files.flatMap((file) => [join(root, 'faketime', file), join(root, file)]));
  return paths.find((path) => existsSync(path)) ?? null;
}

function debianLibraryFolders() {
  if (process.platform !== 'linux') return [];
  return readdirSync('/usr/lib')
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => join('/usr/lib', name));
}

/** Sees that the tests can change Chromium's clock; answers whether they can. */
export function ensureFakeTime() {
  if (!findFakeTime()) installWithApt(['faketime']);
  return findFakeTime() !== null;
}

/** What to tell a person whose machine lacks these browsers. */
export function howToInstall(kinds) {
  const variables = kinds.map((kind) => `TIMETRACKER_${kind.toUpperCase()}`).join(' or ');
  return (
    `Not found, and could not be installed from here: ${kinds.map((kind) => wanted[kind]).join('; ')}. ` +
    `Install it (Debian, as root: apt-get install ${kinds.map((kind) => debianPackage[kind]).join(' ')}), ` +
    `or put the path of its executable into ${variables}.`
  );
}
