import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BidiConnection } from './bidi.ts';
import { startFirefox } from './firefox-process.ts';
import { prepareProfile } from './firefox-profile.ts';

/**
 * A profile that Firefox has started with once, without the extension: a start with a copy of it takes half as long as
 * one with an empty folder, and is as much a first start to the extension.
 */
export async function warmFirefoxProfile(extensionDir: string): Promise<string> {
  const profileDir = mkdtempSync(join(tmpdir(), 'timetracker-warm-'));
  prepareProfile(profileDir, extensionDir);
  rmSync(join(profileDir, 'extensions'), { recursive: true });
  const firefox = await startFirefox({ profileDir, headless: true, args: [] });
  const bidi = await BidiConnection.connect(firefox.url);
  await bidi.send('browser.close').catch(() => undefined);
  bidi.close();
  await firefox.gone;
  // With its list of what to start, Firefox would not start an extension that has come in meanwhile.
  rmSync(join(profileDir, 'addonStartup.json.lz4'), { force: true });
  return profileDir;
}
