import { browser } from './browser.ts';

/** The key combination that is really set for a command; null when a person took it away or it was taken. */
export async function shortcutOf(
  command: '_execute_action' | 'toggle-timer' | 'continue-last',
): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === command)?.shortcut || null;
}

/** Firefox has a call for its page, Chromium an address. */
export async function openShortcuts(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
