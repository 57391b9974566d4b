import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerInFrame } from '../lib/telemetry/frame.ts';

/** Runs in post.html (wxt.config.ts), Firefox only: see lib/telemetry/post-in-frame.ts. */
export default defineUnlistedScript({ include: ['firefox'], main: answerInFrame });
