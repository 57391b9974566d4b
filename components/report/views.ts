import type { ComponentType } from 'preact';
import type { Word } from '../../lib/platform/words.ts';
import { type Part, part } from '../hooks/part.ts';
import type { Page } from './usePage.ts';

export interface ViewProps {
  /** The choices behind the `?` of the address. */
  readonly query: URLSearchParams;
  readonly page: Page;
}

/** One view of the report page: reached as `report.html#<id>`, with its own choices behind a `?`. */
export interface View {
  readonly id: 'calendar' | 'timesheet' | 'reports' | 'search';
  readonly title: Word;
  /** Its code, read only when the view is shown. */
  readonly part: Part<{ readonly View: ComponentType<ViewProps> }>;
}

/** In the order of the navigation. */
export const views: readonly View[] = [
  { id: 'calendar', title: 'calendar', part: part(() => import('./calendar/Calendar.tsx')) },
  { id: 'timesheet', title: 'timesheet', part: part(() => import('./timesheet/Timesheet.tsx')) },
  { id: 'reports', title: 'reports', part: part(() => import('./reports/View.tsx')) },
];

/** Reached by its own link in the bar, not by the navigation. */
export const search: View = {
  id: 'search',
  title: 'searchEntries',
  part: part(() => import('./search/View.tsx')),
};
