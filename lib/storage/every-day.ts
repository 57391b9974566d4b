/** Sorts before and after every day. */
export const EVERY_DAY = { first: '', last: '\uffff' } as const;
