import * as v from 'valibot';
import { catalogueKinds } from '../../domain/catalogue.ts';
import { choice, currency, day, id, name, rate, whole } from './parts.ts';

const notes = v.pipe(v.string(), v.maxLength(5000));
const code = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(3));
const estimate = v.union([
  v.strictObject({ ms: whole(60_000, 1e12) }),
  v.strictObject({ amount: whole(1, 1e12), currency }),
]);

const client = v.strictObject({ name, notes, rate: v.nullable(rate), archived: v.boolean() });
const project = v.strictObject({
  name,
  notes,
  code: v.nullable(code),
  estimate: v.nullable(estimate),
  client: v.nullable(choice),
  colour: whole(1, 12),
  billable: v.boolean(),
  rate: v.nullable(rate),
  archived: v.boolean(),
});
const task = v.strictObject({ name, rate: v.nullable(rate), done: v.boolean() });
const tag = v.strictObject({ name, archived: v.boolean() });

/** The day from which on entries get a changed rate; null or left out: only those that are made from now on. */
export const ratesFrom = v.optional(v.nullable(day));
const kind = v.picklist(catalogueKinds);

/** What is not said of a new thing is left at its usual value; only a name is needed. */
export const catalogueCommands = [
  v.strictObject({ type: v.literal('client.create'), fields: v.required(v.partial(client), ['name']) }),
  v.strictObject({ type: v.literal('client.update'), id, changes: v.partial(client), ratesFrom }),
  v.strictObject({ type: v.literal('project.create'), fields: v.required(v.partial(project), ['name']) }),
  v.strictObject({ type: v.literal('project.update'), id, changes: v.partial(project), ratesFrom }),
  v.strictObject({
    type: v.literal('task.create'),
    projectId: id,
    fields: v.required(v.partial(task), ['name']),
  }),
  v.strictObject({ type: v.literal('task.update'), id, changes: v.partial(task), ratesFrom }),
  v.strictObject({ type: v.literal('tag.create'), fields: v.required(v.partial(tag), ['name']) }),
  v.strictObject({ type: v.literal('tag.update'), id, changes: v.partial(tag) }),
  /** Two become one: everything that names `from` names `into`, and a project's tasks go over. */
  v.strictObject({ type: v.literal('catalogue.merge'), kind, from: id, into: id }),
  /** What names it names `instead`; null: nothing. */
  v.strictObject({ type: v.literal('catalogue.delete'), kind, id, instead: v.nullable(id) }),
] as const;
