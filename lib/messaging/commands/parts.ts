import * as v from 'valibot';

/** Shapes that several commands share. */
export const id = v.pipe(v.string(), v.uuid());
/** IANA name; lib/background/zone.ts knows whether the browser knows it. */
export const zone = v.pipe(v.string(), v.maxLength(64));
export const day = v.pipe(v.string(), v.isoDate());
/** 8.64e15 is the largest instant a Date can hold. */
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15));
export const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));
export const description = v.pipe(v.string(), v.maxLength(5000));
/** Whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

/** ISO 4217. */
export const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));
/** Whole minor units of a currency an hour. */
export const rate = v.strictObject({ amount: whole(0, 1e12), currency });

/** A thing of the catalogue: one that exists, or one to make by its name in the same commit. */
export const choice = v.union([v.strictObject({ id }), v.strictObject({ create: name })]);

export const work = v.strictObject({
  description,
  project: v.nullable(choice),
  /** Only with a project that is being created. */
  client: v.optional(v.nullable(choice)),
  task: v.nullable(choice),
  tags: v.pipe(v.array(choice), v.maxLength(100)),
  billable: v.boolean(),
});

export const address = v.strictObject({ day, id });
/** Entries that a bulk command is about. */
export const addresses = v.pipe(v.array(address), v.minLength(1), v.maxLength(5000));
/** Entries to shorten so that they no longer overlap. */
export const trim = v.optional(v.pipe(v.array(address), v.maxLength(50)));
