import * as v from 'valibot';
import { address, day, id, name } from './parts.ts';

/** As many as a year of a heavy decade holds, several times over. */
const shown = v.pipe(v.array(address), v.minLength(1), v.maxLength(100_000));
const query = v.pipe(v.string(), v.maxLength(10_000));

export const reportCommands = [
  /** Entries that are on an invoice already are given this one. */
  v.strictObject({
    type: v.literal('entries.invoice'),
    entries: shown,
    number: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
    day,
    paid: v.boolean(),
  }),
  /** The invoice of each was paid. */
  v.strictObject({ type: v.literal('entries.paid'), entries: shown }),
  /** From now on they can be changed; `takeOff`: they are on no invoice any more. */
  v.strictObject({ type: v.literal('entries.unlock'), entries: shown, takeOff: v.boolean() }),
  /** With the id of one there is, it is replaced. */
  v.strictObject({ type: v.literal('report.save'), id: v.nullable(id), name, query }),
  v.strictObject({ type: v.literal('report.remove'), id }),
] as const;
