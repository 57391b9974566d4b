import { readPulse, rememberSession, sessionIsKnown } from '../storage/copy/pulse.ts';
import type { Journal } from '../storage/journal.ts';
import { beat, readForBeat } from './heartbeat.ts';

/** Was the browser closed, was nobody there? To be asked before a worker's first command; once it was, it is not again. */
export function waking(journal: Journal): () => Promise<void> {
  let awake: Promise<void> | null = null;
  return () => {
    awake ??= wakeUp(journal).catch((problem: unknown) => {
      awake = null;
      throw problem;
    });
    return awake;
  };
}

async function wakeUp(journal: Journal): Promise<void> {
  const [sameSession, read] = await Promise.all([sessionIsKnown(), readForBeat(), readPulse()]);
  if (sameSession) return beat(journal, true, Promise.resolve(read));
  await journal.ready(true);
  await beat(journal, false);
  await rememberSession();
}
