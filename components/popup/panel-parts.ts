export { DayStrip } from './DayStrip.tsx';
