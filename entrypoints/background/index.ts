import { defineBackground } from 'wxt/utils/define-background';
import { quickHello } from '../../lib/background/quick-hello.ts';
import { isHello } from '../../lib/messaging/hello.ts';
import { listen } from '../../lib/messaging/listen.ts';
import { keepLateScripts, lateScript } from '../../lib/platform/late-script.ts';
import { passOnWakes } from '../../lib/platform/wakes.ts';
import type { Work } from '../late-work.ts';

/** Milliseconds: the first message of a page comes sooner, and is answered before anything else is read. */
const WORK_AFTER = 30;

/** What every waking waits for, and nothing else: the rest of the worker is late-work.ts. */
export default defineBackground(() => {
  if (import.meta.env.CHROME) keepLateScripts();
  const work = () => lateScript<Work>('work');
  passOnWakes(work);
  const answer = async (message: unknown) => (await work()).answer(message);
  listen(async (message) => {
    const quick = isHello(message) ? await quickHello() : null;
    if (quick) setTimeout(() => void answer(message)); // what else a hello is for: the sign of life, the badge
    return quick ?? answer(message);
  });
  setTimeout(() => void work(), WORK_AFTER);
});
