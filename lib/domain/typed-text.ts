const digit = /\p{Nd}/gu;
const isDigit = /^\p{Nd}$/u;

/** Unicode puts every script's ten digits in a row, from a code that ends in 0 or in 6. */
const asciiDigit = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const row = code - (code % 16);
  return String(code - row - (isDigit.test(String.fromCodePoint(row)) ? 0 : 6));
};

/** What a person typed, as the readers of typed text expect it: lower case, ASCII digits and minus, single spaces. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(digit, asciiDigit)
    .replace(/\p{Cf}/gu, '')
    .replace(/[−–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
