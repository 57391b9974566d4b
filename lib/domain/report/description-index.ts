import type { Day, Page } from '../entry.ts';
import { fold } from '../fold.ts';

interface Indexed {
  readonly folded: string;
  readonly days: Day[];
  entries: number;
}

/** Where something is found. */
export interface FoundDays {
  /** Newest first. */
  readonly days: readonly Day[];
  readonly entries: number;
}

/**
 * Every description once, with the days it stands on: there are far fewer than entries, so each keystroke looks through
 * them all, and only the pages of the days that are shown are read again.
 */
export class DescriptionIndex {
  readonly #byDescription = new Map<string, Indexed>();

  add({ day, entries }: Page): void {
    for (const { description } of entries) {
      if (description === '') continue;
      const known = this.#byDescription.get(description);
      if (known === undefined) {
        this.#byDescription.set(description, { folded: fold(description), days: [day], entries: 1 });
        continue;
      }
      known.entries += 1;
      if (known.days.at(-1) !== day) known.days.push(day);
    }
  }

  /** Days with a description that holds every word of the query, whatever the case and the accents. */
  find(query: string): FoundDays {
    const words = wordsOf(query);
    const days = new Set<Day>();
    let entries = 0;
    if (words.length === 0) return { days: [], entries };
    for (const one of this.#byDescription.values()) {
      if (!holdsAll(one.folded, words)) continue;
      entries += one.entries;
      for (const day of one.days) days.add(day);
    }
    return { days: [...days].sort().reverse(), entries };
  }
}

const wordsOf = (query: string): string[] => fold(query.trim()).split(/\s+/).filter(Boolean);
const holdsAll = (folded: string, words: readonly string[]): boolean => words.every((word) => folded.includes(word));

/** Whether a description is one of those found. */
export const isFound = (query: string): ((description: string) => boolean) => {
  const words = wordsOf(query);
  return (description) => words.length > 0 && holdsAll(fold(description), words);
};
