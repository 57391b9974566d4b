import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig } from 'wxt';
import { product } from './lib/product.ts';
import { posthog, sentry } from './lib/telemetry/destinations.ts';
import { leanPages } from './scripts/chunks.ts';
import { documentPages } from './scripts/documents.ts';
import { leanWords } from './scripts/lean-words.ts';
import { writePopupPages } from './scripts/popup-pages.ts';

/** The page of the sandboxed frame that posts in Firefox: lib/telemetry/post-in-frame.ts. A module would need an origin. */
const framePage = '<!doctype html><meta charset="utf-8" /><title>TimeTracker</title><script src="post.js"></script>';

/** Telemetry's two hosts are the only ones anything here can reach, and only a person's agreement makes it. */
const contentSecurityPolicy = (frames: "'self'" | "'none'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${posthog.host} ${sentry.host}`,
    `frame-src ${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frames}`,
  ].join('; ');

/** Vite's own way to import code later first looks for styles to preload; no page here has any, and it costs every page a kilobyte. */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id: string) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null),
} as const;

/** A package holds no source maps: they lie beside the build, for `scripts/readable-frames.ts`. */
const mapsAside = {
  name: 'maps-aside',
  enforce: 'post',
  generateBundle(options: { dir?: string }, bundle: Record<string, { source?: string | Uint8Array }>): void {
    for (const [name, { source }] of Object.entries(bundle)) {
      if (!name.endsWith('.map') || source === undefined || !options.dir) continue;
      const file = join(dirname(options.dir), 'maps', basename(options.dir), name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, source);
      delete bundle[name];
    }
  },
} as const;

/** The oldest browsers it can be installed in. */
const oldest = { chrome: 144, firefox: 140 };

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  hooks: {
    'build:done': ({ config }) => {
      if (config.command === 'build') writePopupPages(config.outDir);
    },
    'build:publicAssets': ({ config }, files) => {
      if (config.browser === 'firefox') files.push({ relativeDest: 'post.html', contents: framePage });
      files.push(...documentPages());
      for (const [i, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !file.relativeDest.endsWith('messages.json')) continue;
        files[i] = { relativeDest: file.relativeDest, contents: leanWords(file.absoluteSrc) };
      }
    },
  },
  manifestVersion: 3,
  vite: () => ({
    plugins: [plainImports, leanPages(), mapsAside],
    define: {
      __SENTRY_DEBUG__: false,
      __SENTRY_TRACING__: false,
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: [`chrome${oldest.chrome}`, `firefox${oldest.firefox}`],
      sourcemap: 'hidden',
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []),
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'alarms',
      'idle',
      'contextMenus',
      'activeTab',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    optional_permissions: ['notifications'],
    incognito: 'not_allowed',
    icons: { 16: 'icons/idle-16.png', 32: 'icons/idle-32.png', 48: 'icons/idle-48.png', 128: 'icons/idle-128.png' },
    action: {
      default_title: '__MSG_extensionName__',
      default_icon: { 16: 'icons/idle-16.png', 24: 'icons/idle-24.png', 32: 'icons/idle-32.png' },
    },
    omnibox: { keyword: 'tt' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+E' },
      },
      'toggle-timer': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandToggleTimer__',
      },
      'continue-last': {
        suggested_key: { default: 'Alt+Shift+C' },
        description: '__MSG_commandContinueLast__',
      },
    },
    content_security_policy: {
      extension_pages: contentSecurityPolicy(browser === 'firefox' ? "'self'" : "'none'"),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: product.firefoxId,
              strict_min_version: `${oldest.firefox}.0`,
              data_collection_permissions: { required: ['none'], optional: ['technicalAndInteraction'] },
            },
          },
        }
      : { minimum_chrome_version: String(oldest.chrome) }),
  }),
});
