import type { CommandOf } from './commands.ts';

/** The first word of a page to a worker that may just be waking. */
export const isHello = (message: unknown): message is CommandOf<'hello'> =>
  typeof message === 'object' &&
  message !== null &&
  Object.keys(message).length === 1 &&
  (message as { readonly type?: unknown }).type === 'hello';
