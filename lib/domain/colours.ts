import type { Colour } from './catalogue.ts';

/** Each hue is the furthest from all before it in the worst vision and theme; slate is last, for internal work. */
const order: readonly Colour[] = [8, 2, 7, 1, 9, 4, 6, 11, 5, 10, 3, 12];

/**
 * The colour of a new project: the first that no project has, then the one that the fewest have.
 * @param used the colour of every project there is, each as often as it is used
 */
export const nextColour = (used: readonly Colour[]): Colour => {
  const counts = new Map<Colour, number>();
  for (const colour of used) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const uses = (colour: Colour) => counts.get(colour) ?? 0;
  return order.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
};
