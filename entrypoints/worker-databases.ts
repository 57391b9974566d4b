import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerLateScript } from '../lib/platform/late-script.ts';
import * as databases from './background/late-databases.ts';

/** Dexie, and the databases opened with it: see background/late.ts. */
export default defineUnlistedScript({
  include: ['chrome'],
  main: () => offerLateScript('worker-databases', databases),
});
