import { defineBackground } from 'wxt/utils/define-background';
import browser from 'webextension-polyfill';
export default defineBackground({ type: 'module', main() { console.log('x', browser.runtime.id); } });
