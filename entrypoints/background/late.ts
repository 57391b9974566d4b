import { lateScript } from '../../lib/platform/late-script.ts';
import type * as databases from './late-databases.ts';
import type * as sinks from './late-sinks.ts';

/**
 * What the worker reads when it first needs it: parsing the libraries takes longer than everything else in a waking
 * worker. Chromium runs it as a service worker, which can read scripts of its own but not import modules; in Firefox it
 * is a page and the bundler keeps all in one file.
 */
export const late = {
  databases: (): Promise<typeof databases> =>
    import.meta.env.FIREFOX ? import('./late-databases.ts') : lateScript('worker-databases'),
  sinks: (): Promise<typeof sinks> =>
    import.meta.env.FIREFOX ? import('./late-sinks.ts') : lateScript('worker-sinks'),
};
