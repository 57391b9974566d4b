import { post } from './post.ts';
import { type Asked, READY } from './post-in-frame.ts';

/** To be run by the page in the frame: posts what the page around it asks for. */
export function answerInFrame(): void {
  addEventListener('message', async ({ source, data, ports: [port] }: MessageEvent<Asked>) => {
    if (source !== parent || !port) return;
    // broken off by the page around it, which takes the frame away
    const unstopped = new AbortController().signal;
    port.postMessage(await post(data.address, data.body, unstopped).catch(() => null));
  });
  parent.postMessage(READY, '*'); // to the event page, whose origin is the UUID that this frame must not know
}
