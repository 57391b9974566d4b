import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Chromium names an unpacked extension after its folder: 32 letters a to p from the path's SHA-256. */
export function unpackedId(extensionDir: string): string {
  const digits = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** Location UNPACKED of extensions/common/mojom/manifest.mojom: loaded in developer mode, kept between starts. */
const unpacked = 4;

/** FOLLOW_SYMLINKS_ANYWHERE, ALLOW_FILE_ACCESS and REQUIRE_MODERN_MANIFEST, without the mark of a loading over CDP. */
const flagsOfUnpacked = 38;

interface Entry {
  readonly serviceworkerevents?: readonly string[];
}

/** What chrome://extensions writes when a person loads a folder there. */
function entry(extensionDir: string, before: Entry = {}) {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as { permissions?: string[] };
  const granted = { api: manifest.permissions ?? [], explicit_host: [], manifest_permissions: [], scriptable_host: [] };
  // The worker's first start says which events wake it; a browser killed early has not written that down yet.
  const wakingEvents = new Set(['runtime.onInstalled', 'runtime.onStartup', ...(before.serviceworkerevents ?? [])]);
  return {
    ...before,
    location: unpacked,
    creation_flags: flagsOfUnpacked,
    path: extensionDir,
    active_permissions: granted,
    granted_permissions: granted,
    serviceworkerevents: [...wakingEvents],
  };
}

interface Preferences {
  extensions?: { settings?: Record<string, Entry>; ui?: { developer_mode?: boolean } };
}

/**
 * Writes the extension into a profile that has run before, as one that a person loaded in developer mode. An extension
 * given on the command line or over CDP is forgotten at every end, and each start would look like an installation: no
 * `onStartup`. Where Chromium guards its preferences (Windows, macOS) it ignores this, and the caller installs again.
 */
export function keepInstalled(profileDir: string, extensionDir: string): void {
  const folder = join(profileDir, 'Default');
  if (!existsSync(folder)) return;
  const file = join(folder, 'Preferences');
  // A browser killed in its first seconds has not written them yet.
  const preferences = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Preferences;
  const extensions = preferences.extensions ?? {};
  const id = unpackedId(extensionDir);
  const settings = { ...extensions.settings, [id]: entry(extensionDir, extensions.settings?.[id]) };
  preferences.extensions = { ...extensions, settings, ui: { ...extensions.ui, developer_mode: true } };
  writeFileSync(file, JSON.stringify(preferences));
}
