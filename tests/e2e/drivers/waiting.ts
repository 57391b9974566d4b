import { setTimeout as pause } from 'node:timers/promises';
import type { Name } from './surface.ts';

export const waitLimitMs = 10_000;

const pollMs = 50;

/** Asks again and again until the answer is neither undefined nor false; after the limit, an error that says what was missed. */
export async function until<Result>(
  what: string,
  ask: () => Promise<Result | undefined | false>,
  limitMs = waitLimitMs,
): Promise<Result> {
  const deadline = performance.now() + limitMs;
  let problem: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    await pause(pollMs);
  } while (performance.now() < deadline);
  throw new Error(`Waited ${limitMs / 1000} s for ${what}`, { cause: problem });
}

/** A promise that may take no longer than the limit. */
export async function within<Result>(what: string, limitMs: number, work: Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  const late = pause(limitMs, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`Waited ${limitMs / 1000} s for ${what}`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}

export const controlNamed = (role: string, name: Name) => `${role} ${name instanceof RegExp ? name : `"${name}"`}`;
