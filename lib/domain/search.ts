import { fold, foldedOffsets } from './fold.ts';

/** Names folded once, so that each keystroke only compares. */
export interface SearchIndex<Item> {
  readonly items: readonly Item[];
  readonly names: readonly string[];
  readonly folded: readonly string[];
}

/** Start and end, in UTF-16 units of the name, of a part to mark. */
export type MarkRange = readonly [start: number, end: number];

export interface Match<Item> {
  readonly item: Item;
  /** In order, not touching. */
  readonly ranges: readonly MarkRange[];
}

export const prepareSearch = <Item>(items: readonly Item[], nameOf: (item: Item) => string): SearchIndex<Item> => {
  const names = items.map(nameOf);
  return { items, names, folded: names.map(fold) };
};

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Where a term stands in a folded name: at the start of a word if it can, else anywhere; -1 when it does not. */
const place = (folded: string, term: string): { at: number; startsWord: boolean } => {
  const first = folded.indexOf(term);
  for (let at = first; at !== -1; at = folded.indexOf(term, at + 1)) {
    const before = folded[at - 1];
    if (before === undefined || !letterOrDigit.test(before)) return { at, startsWord: true };
  }
  return { at: first, startsWord: false };
};

const merged = (ranges: readonly MarkRange[]): MarkRange[] => {
  const result: MarkRange[] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && range[0] <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], range[1])];
    else result.push(range);
  }
  return result;
};

/** A term can end inside a character that folds to two (ß): the whole character is then marked. */
const rangesIn = (name: string, folded: string, terms: readonly string[]): MarkRange[] => {
  const offsets = foldedOffsets(name);
  const found = terms.map((term): MarkRange => {
    const { at } = place(folded, term);
    const start = offsets[at] ?? 0;
    const lastCharacter = offsets[at + term.length - 1] ?? 0;
    return [start, offsets.slice(at + term.length).find((offset) => offset > lastCharacter) ?? name.length];
  });
  return merged(found);
};

/** 0: every term begins a word; 1: every term is in the name; null: one is not. */
const rankOf = (folded: string, terms: readonly string[]): 0 | 1 | null => {
  let rank: 0 | 1 = 0;
  for (const term of terms) {
    const { at, startsWord } = place(folded, term);
    if (at === -1) return null;
    if (!startsWord) rank = 1;
  }
  return rank;
};

/**
 * The items whose name holds every word of the query, whatever the case and the accents: first those where each begins
 * a word, then the rest, both in the order of the index. An empty query matches everything.
 * @param limit at most so many
 */
export const search = <Item>(
  index: SearchIndex<Item>,
  query: string,
  limit = Number.POSITIVE_INFINITY,
): Match<Item>[] => {
  const terms = fold(query)
    .split(/\s+/)
    .filter((term) => term !== '');
  const byRank: [Match<Item>[], Match<Item>[]] = [[], []];
  for (const [at, item] of index.items.entries()) {
    const folded = index.folded[at] ?? '';
    const rank = rankOf(folded, terms);
    if (rank === null || byRank[rank].length >= limit) continue;
    byRank[rank].push({ item, ranges: rangesIn(index.names[at] ?? '', folded, terms) });
    if (byRank[0].length >= limit) break;
  }
  return byRank.flat().slice(0, limit);
};
