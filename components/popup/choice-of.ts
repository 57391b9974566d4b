import type { Choice } from '../../lib/messaging/commands.ts';
import type { Option } from '../ui/Listbox.tsx';

/** Keys of the options that are no things; ids are UUIDs. */
export const NONE = 'none';
export const CREATE = 'create';

/** What an option stands for. */
export function choiceOf({ key, create }: Option): Choice | null {
  if (create !== undefined) return { create };
  return key === NONE ? null : { id: key };
}
