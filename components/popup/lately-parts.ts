export { doneByDay } from '../../lib/domain/done-by-day.ts';
export { Toast } from '../ui/Toast.tsx';
export { Entries } from './Entries.tsx';
export { focusEntry } from './entry-focus.ts';
export { RunningCard } from './RunningCard.tsx';
export { signOf } from './sign-of.ts';
export { Tools } from './Tools.tsx';
export { Totals } from './Totals.tsx';
