import * as v from 'valibot';
import { id, work } from './parts.ts';

export const favouriteCommands = [
  v.strictObject({ type: v.literal('favourite.add'), work }),
  v.strictObject({ type: v.literal('favourite.update'), id, work: v.partial(work) }),
  v.strictObject({ type: v.literal('favourite.remove'), id }),
  /** Those not named keep their order, behind the others. */
  v.strictObject({ type: v.literal('favourite.reorder'), ids: v.pipe(v.array(id), v.maxLength(100)) }),
  v.strictObject({ type: v.literal('favourite.start'), id }),
] as const;
