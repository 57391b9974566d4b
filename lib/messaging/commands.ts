import * as v from 'valibot';

const id = v.pipe(v.string(), v.uuid());
const day = v.pipe(v.string(), v.isoDate());
/** 8.64e15 is the largest instant a Date can hold. */
const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));
const description = v.pipe(v.string(), v.maxLength(5000));

/** A thing of the catalogue: one that exists, or one to make by its name in the same commit. */
const choice = v.union([v.strictObject({ id }), v.strictObject({ create: name })]);

const work = {
  description,
  project: v.nullable(choice),
  /** Only with a project that is being created. */
  client: v.optional(v.nullable(choice)),
  task: v.nullable(choice),
  tags: v.pipe(v.array(choice), v.maxLength(100)),
  billable: v.boolean(),
};

const address = v.strictObject({ day, id });
/** Entries to shorten so that they no longer overlap. */
const trim = v.optional(v.pipe(v.array(address), v.maxLength(50)));

export const commandSchema = v.variant('type', [
  v.strictObject({ type: v.literal('hello') }),
  v.strictObject({ type: v.literal('timer.start'), work: v.strictObject(work) }),
  /** `end`: stopped then instead of now, when a person forgot to. */
  v.strictObject({ type: v.literal('timer.stop'), end: v.optional(instant) }),
  v.strictObject({ type: v.literal('timer.discard') }),
  v.strictObject({ type: v.literal('timer.toggle') }),
  v.strictObject({ type: v.literal('timer.continue'), entry: address }),
  v.strictObject({
    type: v.literal('timer.update'),
    work: v.optional(v.partial(v.strictObject(work))),
    start: v.optional(instant),
    trim,
  }),
  v.strictObject({
    type: v.literal('entry.update'),
    entry: address,
    work: v.optional(v.partial(v.strictObject(work))),
    start: v.optional(instant),
    end: v.optional(instant),
    trim,
  }),
  v.strictObject({ type: v.literal('entry.delete'), entry: address }),
  v.strictObject({ type: v.literal('entry.overlaps'), start: instant, end: instant, except: v.nullable(id) }),
  v.strictObject({
    type: v.literal('away.answer'),
    choice: v.picklist(['keep', 'discard', 'split', 'stop']),
    /** Project of the away time's own entry, for `split`; left out: the running entry's. */
    project: v.optional(v.nullable(choice)),
  }),
  v.strictObject({ type: v.literal('undo'), step: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
  v.strictObject({ type: v.literal('notice.dismiss') }),
  v.strictObject({ type: v.literal('data.export') }),
]);

export type Command = v.InferOutput<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
export type Choice = v.InferOutput<typeof choice>;
/** Work as a person gives it: things of the catalogue chosen or named. */
export type WorkInput = CommandOf<'timer.start'>['work'];
