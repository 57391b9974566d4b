/**
 * amount × part ÷ whole, rounded half up to a whole number, exactly.
 * @param amount whole, not negative
 * @param part whole, not negative
 * @param whole whole, above zero
 */
export const proportion = (amount: number, part: number, whole: number): number => {
  const product = amount * part;
  if (!Number.isSafeInteger(product)) return bigProportion(BigInt(amount), BigInt(part), BigInt(whole));
  // By remainder, because a quotient near a half could be rounded to it before it is looked at.
  const rest = product % whole;
  return (product - rest) / whole + (rest * 2 >= whole ? 1 : 0);
};

const bigProportion = (amount: bigint, part: bigint, whole: bigint): number =>
  Number((amount * part * 2n + whole) / (whole * 2n));
