/** Whole milliseconds since the epoch. */
export const now = (): number => Date.now();

/** IANA name of the zone the computer is set to, read anew each time: it can change while the worker lives. */
export const currentZone = (): string => Temporal.Now.timeZoneId();

/** The civil date, `YYYY-MM-DD`, where the computer is. */
export const currentDay = (): string => Temporal.Now.plainDateISO().toString();
