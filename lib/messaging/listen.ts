import { refuse } from '../domain/refusal.ts';
import { browser, type Runtime } from '../platform/browser.ts';
import { type CommandTable, route } from './router.ts';

/** Listens to the extension's own pages; anything else is refused. */
export function listen(table: CommandTable): void {
  browser.runtime.onMessage.addListener(async (message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return refuse('misshapen');
    return route(table, message);
  });
}
