import * as v from 'valibot';
import { address, id, instant, trim, work } from './parts.ts';

export const entryCommands = [
  v.strictObject({
    type: v.literal('entry.update'),
    entry: address,
    work: v.optional(v.partial(work)),
    start: v.optional(instant),
    end: v.optional(instant),
    trim,
  }),
  v.strictObject({ type: v.literal('entry.delete'), entry: address }),
  v.strictObject({ type: v.literal('entry.overlaps'), start: instant, end: instant, except: v.nullable(id) }),
] as const;
