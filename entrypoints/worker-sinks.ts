import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerLateScript } from '../lib/platform/late-script.ts';
import * as sinks from './background/late-sinks.ts';

/** Both SDKs: see background/late.ts. */
export default defineUnlistedScript({ include: ['chrome'], main: () => offerLateScript('worker-sinks', sinks) });
