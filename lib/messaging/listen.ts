import { refuse } from '../domain/refusal.ts';
import { browser, type Runtime } from '../platform/browser.ts';

/**
 * Listens to the extension's own pages; anything else is refused. An answer that comes later is announced: of all the ways
 * to give one, the only one that every browser knows.
 */
export function listen(answer: (message: unknown) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener(((
    message: unknown,
    sender: Runtime.MessageSender,
    give: (said: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id) give(refuse('misshapen'));
    else
      void answer(message).then(give, (problem) => {
        reportError(problem);
        give(undefined); // a page takes it for what it is: nothing was done
      });
    return true;
  }) as Runtime.OnMessageListenerCallback);
}
