import { browser } from './browser.ts';

/** The key combination that is really set for a command; null when a person took it away or it was taken. */
export async function shortcutOf(command: '_execute_action' | 'toggle-timer'): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === command)?.shortcut || null;
}
