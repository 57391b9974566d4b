import type { Day, Page } from '../domain/entry.ts';

/** Some of the pages, and how much of all came before them, 0 to 1. */
export interface PageSlice {
  readonly pages: readonly Page[];
  readonly share: number;
}

/** Pages read at a time. */
const SLICE = 40;

/**
 * The pages of some days, holding only some of them; the next are on their way while these are worked on.
 * @param days in order
 */
export async function* pagesAhead(
  days: readonly Day[],
  read: (first: Day, last: Day) => Promise<readonly Page[]>,
): AsyncGenerator<PageSlice> {
  const slice = async (from: number): Promise<readonly Page[]> => {
    const first = days[from];
    const last = days[Math.min(from + SLICE, days.length) - 1];
    return first === undefined || last === undefined ? [] : read(first, last);
  };
  let coming = slice(0);
  for (let from = 0; from < days.length; from += SLICE) {
    const pages = await coming;
    coming = slice(from + SLICE);
    coming.catch(() => undefined); // said by whoever waits for it, if anybody still does
    yield { pages, share: from / days.length };
  }
}
