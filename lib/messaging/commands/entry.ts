import * as v from 'valibot';
import { address, addresses, choice, description, id, instant, trim, work, zone } from './parts.ts';

const choices = v.pipe(v.array(choice), v.maxLength(100));

/** What changes in many entries at once; what is left out stays as it is in each. */
const workOfMany = v.strictObject({
  description: v.optional(description),
  project: v.optional(v.nullable(choice)),
  /** Only with a project that is being created. */
  client: v.optional(v.nullable(choice)),
  /** One of the project given with it. */
  task: v.optional(v.nullable(choice)),
  tags: v.optional(v.union([v.strictObject({ set: choices }), v.strictObject({ add: choices, remove: choices })])),
  billable: v.optional(v.boolean()),
});

export const entryCommands = [
  v.strictObject({
    type: v.literal('entry.add'),
    work,
    start: instant,
    end: instant,
    /** Left out: the one of new entries. */
    zone: v.optional(zone),
    trim,
  }),
  v.strictObject({
    type: v.literal('entry.update'),
    entry: address,
    work: v.optional(v.partial(work)),
    start: v.optional(instant),
    end: v.optional(instant),
    trim,
  }),
  v.strictObject({ type: v.literal('entry.delete'), entry: address }),
  /** `start`: where the copy begins; left out, where the entry does. */
  v.strictObject({ type: v.literal('entry.duplicate'), entry: address, start: v.optional(instant) }),
  v.strictObject({ type: v.literal('entry.split'), entry: address, at: instant }),
  v.strictObject({
    type: v.literal('entry.merge'),
    entries: v.pipe(v.array(address), v.minLength(2), v.maxLength(100)),
  }),
  v.strictObject({ type: v.literal('entries.update'), entries: addresses, work: workOfMany }),
  v.strictObject({ type: v.literal('entries.delete'), entries: addresses }),
  /** All that was ever tracked of a project, what runs left out. */
  v.strictObject({ type: v.literal('project.tracked'), project: id }),
  v.strictObject({ type: v.literal('entry.overlaps'), start: instant, end: instant, except: v.nullable(id) }),
] as const;
