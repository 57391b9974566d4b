import { headersWeSet } from './headers.ts';
import type { Post } from './ports.ts';

/** As much of an answer as is kept in the log. */
const ANSWER_LENGTH = 300;

/** One request, with nothing in it but the body and two constant headers. */
export const post: Post = async (address, body, signal) => {
  const response = await fetch(address, {
    method: 'POST',
    body,
    headers: headersWeSet,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'error',
    signal,
  });
  // the status says it all: an answer whose text breaks off still is one
  const text = await response.text().catch(() => '');
  return { status: response.status, text: text.slice(0, ANSWER_LENGTH) };
};
