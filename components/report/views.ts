import type { ComponentType } from 'preact';
import type { Word } from '../../lib/platform/words.ts';

/** One view of the report page: reached as `report.html#<id>`, with its own choices behind a `?`. */
export interface View {
  readonly id: 'calendar' | 'timesheet' | 'reports';
  readonly title: Word;
  readonly Part: ComponentType<{ readonly query: URLSearchParams }>;
}

/** In the order of the navigation. */
export const views: readonly View[] = [];
