import { expect, test } from 'vitest';
import { edgeSpeed } from '../../../components/report/calendar/edge-scroll.ts';

const TOP = 100;
const BOTTOM = 500;
const speed = (at: number, began: number) => edgeSpeed(at, began, TOP, BOTTOM);

test.each([
  ['in the middle nothing scrolls', 300, 200, 0],
  ['at the lower edge, forward', 500, 300, 900],
  ['beyond it not faster', 900, 300, 900],
  ['half way into the edge, half as fast', 480, 300, 450],
  ['at the upper edge, back', 100, 300, -900],
  ['what is gripped at the edge stays', 495, 495, 0],
  ['and what is carried away from it', 490, 495, 0],
  ['at the upper edge too', 110, 105, 0],
])('%s', (_, at, began, pixels) => expect(speed(at, began)).toBe(pixels));
