import { part } from './part.ts';

/** Files in and out: read when one of them is first asked for, so that the page itself opens quickly. */
export const transfer = part(() => import('../../lib/transfer/index.ts'));
