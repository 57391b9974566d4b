import { expect, test, vi } from 'vitest';
import { lateScript, offerLateScript } from '../../../lib/platform/late-script.ts';

/** A browser that is slow to install a worker lets it read a script both before and while it is installed. */
test('a script that is read twice brings its parts once', async () => {
  const make = vi.fn(() => ({ answer: 42 }));
  offerLateScript('work', make);
  const first = await lateScript('work');
  offerLateScript('work', make);
  expect(make).toHaveBeenCalledTimes(1);
  expect(await lateScript('work')).toBe(first);
});
