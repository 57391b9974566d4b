import type { Id } from './entry.ts';

interface Coded {
  readonly id: Id;
  readonly number: number;
  readonly name: string;
  /** As a person set it; null: made from the name. */
  readonly code?: string | null;
}

const upper = (text: string): string => text.toLocaleUpperCase('en').normalize('NFC');

/** The letters a code may be made of, best first: of the first two words, else the first two, then the next letters. */
const candidates = (name: string): string[] => {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = Array.from(upper(words.join('')));
  const [first = '?'] = letters;
  const second = words[1] === undefined ? [] : Array.from(upper(words[1])).slice(0, 1);
  const code = (letter: string) => Array.from(`${first}${letter}`).slice(0, 2).join('');
  return [...new Set([...second, ...letters.slice(1)].map(code))];
};

/** Two letters for each, for charts; older ones first, and no two the same as long as their names have letters for it. */
export const codesOf = (things: readonly Coded[]): ReadonlyMap<Id, string> => {
  const inOrder = things.toSorted((a, b) => a.number - b.number);
  const codes = new Map<Id, string>();
  const taken = new Set<string>();
  const give = (id: Id, code: string): void => {
    codes.set(id, code);
    taken.add(code);
  };
  for (const { id, code } of inOrder) if (code) give(id, code);
  for (const { id, code, name } of inOrder) {
    if (code) continue;
    const possible = candidates(name);
    give(id, possible.find((one) => !taken.has(one)) ?? possible[0] ?? upper(name.slice(0, 2) || '?'));
  }
  return codes;
};
