import type { TelemetryTable } from '../messaging/telemetry-messages.ts';
import type { Change } from '../storage/changes.ts';
import { readThing } from '../storage/copy/values.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { happeningsOf } from './telemetry-events.ts';
import { findIn, numbersOf } from './telemetry-numbers.ts';

/** Which part of telemetry answers which message of a page. */
export const telemetryTable = (telemetry: Telemetry): TelemetryTable => ({
  'telemetry.agree': ({ by }) => telemetry.agree(by),
  'telemetry.withdraw': ({ by }) => telemetry.withdraw(by),
  'telemetry.deleteWaiting': () => telemetry.deleteWaiting(),
  'telemetry.emptyLog': () => telemetry.emptyLog(),
  'telemetry.putBackLog': () => telemetry.putBackLog(),
  'telemetry.keepLog': ({ keeps }) => telemetry.keepLog(keeps),
  'telemetry.eraseAll': () => telemetry.eraseAll(),
  'telemetry.question': () => telemetry.question(),
  'telemetry.noteAsked': async () => {
    await telemetry.noteAsked();
    return 'done';
  },
  'telemetry.sample': () => telemetry.sample(),
  'telemetry.happened': async ({ event }) => {
    later(() => telemetry.record(event));
    return 'done';
  },
  'telemetry.thrown': async ({ thrown }) => {
    later(() => telemetry.recordError(thrown));
    return 'done';
  },
});

/** Records what a command did, one event after the other, once it has answered. */
export function recorderOf(telemetry: Telemetry): (command: string, changes: readonly Change[]) => void {
  return (command, changes) =>
    later(async () => {
      const find = findIn(changes, readThing);
      for (const happening of happeningsOf(command, changes)) {
        await telemetry.recordNumbered(happening.name, await numbersOf(happening, find));
      }
    });
}

let last: Promise<void> = Promise.resolve();

/** After the answer has left (it goes before any timer), and after what was recorded before. */
function later(body: () => Promise<void>): void {
  setTimeout(() => {
    last = last.then(body).catch(() => undefined);
  });
}
