import type { Header } from './items.ts';

/** What a look at one copy found. `header: null` means nothing is there; an error on opening is never told so. */
export interface Found {
  readonly header: Header | null;
  /** False when count and sum were checked and failed. */
  readonly sound: boolean;
}

export type Plan =
  | { readonly step: 'create' | 'nothing' | 'merge' }
  /** Items newer than `after` go over; both copies are whole. */
  | { readonly step: 'toCopy' | 'toDatabase'; readonly after: number }
  | { readonly step: 'rebuildDatabase'; readonly certain: boolean }
  | { readonly step: 'rebuildCopy'; readonly reason: 'resume' | 'lost' | 'conflict' };

/**
 * What follows from the two headers at a start (docs/storage.md, rule 3): the higher number wins and sends what is
 * newer; a lost side gets all; a copy that is behind or unsound rebuilds only a database that is lost.
 */
export function plan(database: Found, copy: Found): Plan {
  if (!database.header) {
    if (!copy.header) return { step: 'create' };
    return { step: 'rebuildDatabase', certain: copy.sound && copy.header.behind === null };
  }
  if (!database.sound) return planUnsound(database.header, copy);
  if (!copy.header || !copy.sound) return { step: 'rebuildCopy', reason: newer(copy, database) ? 'conflict' : 'lost' };
  if (copy.header.behind !== null) {
    return { step: 'rebuildCopy', reason: newer(copy, database) ? 'conflict' : 'resume' };
  }
  if (database.header.n > copy.header.n) return { step: 'toCopy', after: copy.header.n };
  if (copy.header.n > database.header.n) return { step: 'toDatabase', after: database.header.n };
  return { step: 'nothing' };
}

const newer = (one: Found, other: Found): boolean => (one.header?.n ?? 0) > (other.header?.n ?? 0);

function planUnsound(database: Header, copy: Found): Plan {
  const whole = copy.header !== null && copy.sound && copy.header.behind === null;
  return whole && copy.header.n >= database.n ? { step: 'rebuildDatabase', certain: true } : { step: 'merge' };
}
