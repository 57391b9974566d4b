import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { send } from '../../../lib/messaging/client.ts';
import type { CommandOf, CommandType } from '../../../lib/messaging/commands.ts';

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: { runtime: { sendMessage: () => new Promise(() => undefined) } },
}));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Seconds until a page gives up on a worker that never answers. */
async function patienceFor<T extends CommandType>(command: CommandOf<T>): Promise<number> {
  const asked = Date.now();
  let waited = 0;
  const answer = send(command).then((answered) => {
    waited = Date.now() - asked;
    return answered;
  });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(await answer).toEqual({ refused: 'noAnswer' });
  return waited / 1000;
}

test('what may touch years of entries may take long: an import taken back, everything erased; a timer may not', async () => {
  expect(await patienceFor({ type: 'import.takeBack', importId: 'one' })).toBe(120);
  expect(await patienceFor({ type: 'data.erase' })).toBe(120);
  expect(await patienceFor({ type: 'redo' })).toBe(120);
  expect(await patienceFor({ type: 'timer.stop' })).toBe(10);
});
