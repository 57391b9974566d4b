import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Preferences = Readonly<Record<string, string | number | boolean>>;

/** Any fixed value will do: with it the extension's pages have the same address in every profile. */
export const extensionUuid = '7f1c2a70-5d3e-4c1b-9a52-3d6e8b0f4a11';

export function addonId(extensionDir: string): string {
  const text = readFileSync(join(extensionDir, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as { browser_specific_settings?: { gecko?: { id?: string } } };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extensionDir}/manifest.json names no id for Firefox`);
  return id;
}

/** With these Firefox itself sends nothing: what is then seen on the wire comes from the extension. */
const silent: Preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.discovery.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.topsites.contile.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'security.OCSP.enabled': 0,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
};

/** Nothing that asks, and nothing that makes a start after a crash different from any other. */
const quiet: Preferences = {
  'browser.aboutwelcome.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.warnOnQuit': false,
  'startup.homepage_welcome_url': 'about:blank',
  'termsofuse.bypassNotification': true,
  'toolkit.startup.max_resumed_crashes': -1,
};

const extensionPreferences = (id: string): Preferences => ({
  'extensions.webextensions.uuids': JSON.stringify({ [id]: extensionUuid }),
  // Firefox ESR and Developer Edition take an unsigned extension that lies in the profile; others ignore these.
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.enabledScopes': 15,
  // A temporary extension is removed at every end, and with it, without these, what it stored.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
});

/**
 * Writes preferences, and a file that points to the extension's folder: Firefox installs it from there once and keeps
 * it, so that a restart is one (`onStartup`) and not an installation.
 */
export function prepareProfile(profileDir: string, extensionDir: string, more: Preferences = {}): void {
  const id = addonId(extensionDir);
  mkdirSync(join(profileDir, 'extensions'), { recursive: true });
  writeFileSync(join(profileDir, 'extensions', id), extensionDir);
  const all = { ...silent, ...quiet, ...extensionPreferences(id), ...more };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profileDir, 'user.js'), `${lines.join('\n')}\n`);
}
