// Plain Node 20 without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names that npm leaves in the environment of a script and that would lead an inner npm astray. */
const inherited = /^(npm_.*|NODE_ENV|INIT_CWD|NODE|NODE_OPTIONS)$/i;

function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}

/** A Node outside node_modules: an install may replace the project's own Node while it runs. */
function lastingNode() {
  const outside = (path) => path && !path.includes('node_modules') && existsSync(path);
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, file));
  return [process.env.npm_node_execpath, process.execPath, ...onPath].find(outside) ?? process.execPath;
}

function npm(args, options) {
  const script = process.env.npm_execpath;
  return script && /\.[cm]?js$/.test(script)
    ? spawnSync(lastingNode(), [script, ...args], options)
    : spawnSync('npm', args, { shell: process.platform === 'win32', ...options });
}

/** The version of npm that runs this, or the one on the path; null when there is none. */
export function npmVersion() {
  const agent = /\bnpm\/(\S+)/.exec(process.env.npm_config_user_agent ?? '');
  if (agent) return agent[1];
  const answer = npm(['--version'], { encoding: 'utf8', env: cleanEnvironment() });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

/** Installs what package-lock.json names unless that very file was installed before; answers whether it worked. */
export function ensureDependencies(projectFolder) {
  const stamp = join(projectFolder, 'node_modules', '.lockfile-sha256');
  const lockfile = readFileSync(join(projectFolder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  console.log('Installing dependencies.');
  // Not `npm ci`: it refuses a lockfile without the binary packages of platforms that a registry did not offer.
  const install = npm(['install', '--no-save', '--include=dev'], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: cleanEnvironment(),
  });
  if (install.status !== 0) return false;
  writeFileSync(stamp, wanted);
  return true;
}
