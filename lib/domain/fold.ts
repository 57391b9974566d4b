/** Letters that hold their stroke or ligature in themselves, so that Unicode does not take it off. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};

/** Accents that any letter can carry; the vowel signs of Indian scripts are letters of their own and stay. */
const accents = /[\p{Mn}&&\p{Script=Inherited}]/gv;

const known = new Map<string, string>();

const foldCharacter = (character: string): string => {
  const before = known.get(character);
  if (before !== undefined) return before;
  const bare = character.normalize('NFKD').toLowerCase().normalize('NFD').replace(accents, '');
  const folded = plain[bare] ?? bare;
  known.set(character, folded);
  return folded;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII, all of it
const ascii = /^[\x00-\x7f]*$/;

/** A text without case and accents: what is alike to a person who searches is the same here. */
export const fold = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : Array.from(text, foldCharacter).join('');

/** For each UTF-16 unit of the folded text, where in the text the character it came from begins; then the text's length. */
export const foldedOffsets = (text: string): number[] => {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let unit = foldCharacter(character).length; unit > 0; unit -= 1) offsets.push(at);
    at += character.length;
  }
  return [...offsets, at];
};
