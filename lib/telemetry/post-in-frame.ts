import type { Post } from './ports.ts';
import type { Answer } from './rows.ts';

/** What the frame is asked. Its answer is an `Answer`, or null when there was none. */
export interface Asked {
  readonly address: string;
  readonly body: string;
}

/** What the frame says when it can be asked. */
export const READY = 'ready';

/**
 * Posts from a sandboxed frame of its own. In Firefox every request of an extension carries `Origin: moz-extension://` and
 * the installation's own UUID, which would identify it; a sandboxed frame has no origin, and sends `null`.
 * @param page address of the page that runs `answerInFrame`
 */
export const postFrom =
  (page: string): Post =>
  (address, body, signal) =>
    new Promise((resolve, reject) => {
      const frame = document.createElement('iframe');
      const { port1: here, port2: there } = new MessageChannel();
      const end = (): void => {
        removeEventListener('message', ask);
        signal.removeEventListener('abort', stop);
        here.close();
        frame.remove(); // breaks off what it has begun, and it can begin nothing any more
      };
      const stop = (): void => {
        end();
        reject(signal.reason);
      };
      const ask = ({ source, data }: MessageEvent): void => {
        if (source !== frame.contentWindow || data !== READY) return;
        const asked: Asked = { address, body };
        frame.contentWindow?.postMessage(asked, '*', [there]); // it has no origin that could be named
      };
      here.onmessage = ({ data }: MessageEvent<Answer | null>) => {
        end();
        if (data) resolve(data);
        else reject(new TypeError('Failed to fetch'));
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop);
      addEventListener('message', ask);
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = page;
      document.body.append(frame);
    });
