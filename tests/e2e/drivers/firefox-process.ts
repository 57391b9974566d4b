import { type ChildProcess, spawn } from 'node:child_process';
import { findBrowser, howToInstall } from '../../../scripts/browsers.mjs';
import { signalGroup } from './process-group.ts';
import { waitLimitMs, within } from './waiting.ts';

export interface FirefoxProcess {
  readonly processGroup: number;
  /** Where it speaks WebDriver BiDi. */
  readonly url: string;
  readonly gone: Promise<void>;
  hasEnded(): boolean;
}

function bidiAddress(firefox: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let said = '';
    firefox.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-10_000);
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (found) settle(found);
    });
    firefox.once('error', fail);
    firefox.once('exit', (code) => fail(new Error(`Firefox ended with ${code} before it could be used:\n${said}`)));
  });
}

export interface FirefoxStart {
  readonly profileDir: string;
  readonly headless: boolean;
  readonly timeZone?: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function startFirefox({
  profileDir,
  headless,
  timeZone,
  args,
  env,
}: FirefoxStart): Promise<FirefoxProcess> {
  const executable = findBrowser('firefox');
  if (!executable) throw new Error(howToInstall(['firefox']));
  const debugging = ['--remote-debugging-port=0', '--remote-allow-system-access'];
  const firefox = spawn(
    executable,
    [...(headless ? ['--headless'] : []), '--no-remote', '--profile', profileDir, ...debugging, ...args],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ...(timeZone ? { TZ: timeZone } : {}),
        MOZ_CRASHREPORTER_DISABLE: '1',
        MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
        ...env,
      },
    },
  );
  const end = () => firefox.pid && signalGroup(firefox.pid, 'SIGKILL');
  process.once('exit', end);
  const gone = new Promise<void>((settle) => {
    firefox.once('exit', () => {
      process.off('exit', end);
      settle();
    });
  });
  const url = await within('Firefox to start', 4 * waitLimitMs, bidiAddress(firefox));
  if (firefox.pid === undefined) throw new Error('Firefox has no process id');
  const hasEnded = () => firefox.exitCode !== null || firefox.signalCode !== null;
  return { processGroup: firefox.pid, url, gone, hasEnded };
}
