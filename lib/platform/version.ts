import { browser } from './browser.ts';

/** The extension's own version, `1.4.0`. */
export const ownVersion = (): string => browser.runtime.getManifest().version;
