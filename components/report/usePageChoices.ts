import type { RecentWork } from '../../lib/domain/suggestions.ts';
import { useJournal } from '../hooks/useJournal.ts';
import { type Choices, useChoices } from '../popup/useChoices.ts';
import type { Named } from './named.ts';
import type { Page } from './usePage.ts';

const none: readonly RecentWork[] = [];

/** What the comboboxes of a view offer: what it names at once, the rest of the catalogue when a list opens. */
export function usePageChoices({ project: projects, client: clients }: Named, { actions }: Page): Choices {
  const recent = useJournal((reader) => reader.recent(), []) ?? none;
  return useChoices({ projects, clients, recent }, actions);
}
