import * as v from 'valibot';
import { id } from './parts.ts';

export const importCommands = [
  /** Takes away the entries that came with an import, and what it made that nothing else uses. */
  v.strictObject({ type: v.literal('import.takeBack'), importId: id }),
] as const;
