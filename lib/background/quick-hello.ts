import { type Answer, nothingToUndo } from '../messaging/answers.ts';
import { browser } from '../platform/browser.ts';
import { sessionIsKnown } from '../storage/copy/pulse.ts';
import { HEADER_KEY } from '../storage/copy/watch.ts';

/**
 * The answer of a worker that has only woken: what a page shows is in the second copy. Null when there is more to do first:
 * after a start of the browser both copies are compared, and a copy that is not there is made.
 */
export async function quickHello(): Promise<Answer<'hello'> | null> {
  const [known, stored] = await Promise.all([sessionIsKnown(), browser.storage.local.get(HEADER_KEY)]);
  return known && stored[HEADER_KEY] ? nothingToUndo : null;
}
