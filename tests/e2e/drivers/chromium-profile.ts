import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Chromium names an unpacked extension after its folder: 32 letters a to p from the path's SHA-256. */
export function unpackedId(extensionDir: string): string {
  const digits = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** Location UNPACKED of extensions/common/mojom/manifest.mojom: loaded in developer mode, kept between starts. */
const unpacked = 4;

/** Disabled features aside, what chrome://extensions writes when a person loads a folder there. */
function entry(extensionDir: string) {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as { permissions?: string[] };
  const granted = { api: manifest.permissions ?? [], explicit_host: [], manifest_permissions: [], scriptable_host: [] };
  return {
    location: unpacked,
    path: extensionDir,
    state: 1,
    active_permissions: granted,
    granted_permissions: granted,
  };
}

interface Preferences {
  extensions?: { settings?: Record<string, object>; ui?: { developer_mode?: boolean } };
}

/**
 * Writes the extension into a profile that has run before, as one that a person loaded in developer mode. An extension
 * given on the command line or over CDP is forgotten at every end, and each start would look like an installation: no
 * `onStartup`. Where Chromium guards its preferences (Windows, macOS) it ignores this, and the caller installs again.
 */
export function keepInstalled(profileDir: string, extensionDir: string): void {
  const file = join(profileDir, 'Default', 'Preferences');
  if (!existsSync(file)) return;
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  const extensions = preferences.extensions ?? {};
  const settings = { ...extensions.settings, [unpackedId(extensionDir)]: entry(extensionDir) };
  preferences.extensions = { ...extensions, settings, ui: { ...extensions.ui, developer_mode: true } };
  mkdirSync(join(profileDir, 'Default'), { recursive: true });
  writeFileSync(file, JSON.stringify(preferences));
}
