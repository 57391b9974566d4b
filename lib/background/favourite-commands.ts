import type { Favourite } from '../domain/favourite.ts';
import { isRefused, type Refused, refuse } from '../domain/refusal.ts';
import { sameWork } from '../domain/timer.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import type { Handler } from './context.ts';
import { type Stopped, startWork } from './timer-commands.ts';
import { patchedWork } from './tracked.ts';
import { resolveWork } from './work-input.ts';

/** As many as one list shows without becoming a catalogue of its own. */
const MOST = 100;

type Done = Decision<Record<never, never>>;

const replaced = (before: readonly Favourite[], after: readonly Favourite[], more: readonly Change[] = []): Done => ({
  changes: [...more, { kind: 'favourites', before, after }],
  result: {},
});

/** The same work is pinned once. */
export const addFavourite: Handler<CommandOf<'favourite.add'>> = async (reader, command, context) => {
  const before = await reader.single('favourites');
  const resolved = await resolveWork(reader, command.work, context);
  if (isRefused(resolved)) return resolved;
  if (before.some((favourite) => sameWork(favourite, resolved.work))) return { changes: [], result: {} };
  if (before.length >= MOST) return refuse('tooManyFavourites');
  return replaced(before, [...before, { id: context.newId(), ...resolved.work }], resolved.changes);
};

export const updateFavourite: Handler<CommandOf<'favourite.update'>> = async (reader, command, context) => {
  const before = await reader.single('favourites');
  const favourite = before.find(({ id }) => id === command.id);
  if (!favourite) return refuse('favouriteGone');
  const resolved = await patchedWork(reader, { ...favourite, rate: null }, command.work, context);
  if (isRefused(resolved)) return resolved;
  const after = before.map((other) => (other === favourite ? { id: favourite.id, ...resolved.work } : other));
  return replaced(before, after, resolved.changes);
};

export const removeFavourite: Handler<CommandOf<'favourite.remove'>> = async (reader, { id }) => {
  const before = await reader.single('favourites');
  const after = before.filter((favourite) => favourite.id !== id);
  return after.length === before.length ? refuse('favouriteGone') : replaced(before, after);
};

export const reorderFavourites: Handler<CommandOf<'favourite.reorder'>> = async (reader, { ids }) => {
  const before = await reader.single('favourites');
  const place = (favourite: Favourite): number => {
    const at = ids.indexOf(favourite.id);
    return at === -1 ? ids.length : at;
  };
  const after = before.toSorted((a, b) => place(a) - place(b));
  return after.every((favourite, i) => favourite === before[i]) ? { changes: [], result: {} } : replaced(before, after);
};

export const startFavourite: Handler<CommandOf<'favourite.start'>, Stopped> = async (
  reader,
  { id },
  context,
): Promise<Decision<Stopped> | Refused> => {
  const favourite = (await reader.single('favourites')).find((other) => other.id === id);
  return favourite ? startWork(reader, favourite, context) : refuse('favouriteGone');
};
