import * as v from 'valibot';
import { address, choice, description, instant, trim, work } from './parts.ts';

export const timerCommands = [
  v.strictObject({ type: v.literal('timer.start'), work }),
  /** `end`: stopped then instead of now, when a person forgot to. */
  v.strictObject({ type: v.literal('timer.stop'), end: v.optional(instant) }),
  v.strictObject({ type: v.literal('timer.discard') }),
  v.strictObject({ type: v.literal('timer.toggle') }),
  /** A break: resuming goes on with the same work; starting anything else, or stopping, ends it. */
  v.strictObject({ type: v.literal('timer.pause') }),
  v.strictObject({ type: v.literal('timer.resume') }),
  v.strictObject({ type: v.literal('timer.continue'), entry: address }),
  /** The work that ended last, whatever runs. */
  v.strictObject({ type: v.literal('timer.continueLast') }),
  /** From the address bar or a page: a pinned or recent work of that description, else a new one. */
  v.strictObject({ type: v.literal('timer.startText'), description }),
  v.strictObject({
    type: v.literal('timer.update'),
    work: v.optional(v.partial(work)),
    start: v.optional(instant),
    trim,
  }),
  v.strictObject({
    type: v.literal('away.answer'),
    choice: v.picklist(['keep', 'discard', 'split', 'stop']),
    /** Project of the away time's own entry, for `split`; left out: the running entry's. */
    project: v.optional(v.nullable(choice)),
  }),
] as const;
