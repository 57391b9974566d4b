import { refuse } from '../domain/refusal.ts';
import { browser, type Runtime } from '../platform/browser.ts';
import { type CommandTable, route, routeTelemetry } from './router.ts';
import type { TelemetryTable } from './telemetry-messages.ts';

/** Listens to the extension's own pages; anything else is refused. */
export function listen(table: CommandTable, telemetry: TelemetryTable): void {
  browser.runtime.onMessage.addListener(async (message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return refuse('misshapen');
    const answer = await routeTelemetry(telemetry, message);
    return answer === undefined ? route(table, message) : answer;
  });
}
