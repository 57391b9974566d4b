import type { Id } from './entry.ts';

/** Gives what a new entry is known by: an id and a number that no other entry has. */
export type NewIdentity = () => { readonly id: Id; readonly number: number };
