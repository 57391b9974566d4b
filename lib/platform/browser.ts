export type { Permissions, Runtime } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
