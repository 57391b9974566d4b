import { defineConfig } from 'wxt';
import { product } from './lib/product.ts';

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'unlimitedStorage'],
    incognito: 'not_allowed',
    icons: { 16: 'icons/idle-16.png', 32: 'icons/idle-32.png', 48: 'icons/idle-48.png', 128: 'icons/idle-128.png' },
    action: {
      default_title: '__MSG_extensionName__',
      default_icon: { 16: 'icons/idle-16.png', 24: 'icons/idle-24.png', 32: 'icons/idle-32.png' },
    },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+E' },
      },
      'toggle-timer': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandToggleTimer__',
      },
    },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: product.firefoxId,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '144' }),
  }),
});
