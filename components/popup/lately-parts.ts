export { Toast } from '../ui/Toast.tsx';
export { Entries } from './Entries.tsx';
export { focusEntry } from './entry-focus.ts';
export { RunningCard } from './RunningCard.tsx';
export { signOf } from './sign-of.ts';
export { doneByDay, Totals } from './Totals.tsx';
