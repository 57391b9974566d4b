import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerLateScript } from '../lib/platform/late-script.ts';
import { lazyBuilders } from '../lib/telemetry/sinks/lazy.ts';

/** Both SDKs. */
export default defineUnlistedScript(() => offerLateScript('sinks', () => ({ lazyBuilders })));
