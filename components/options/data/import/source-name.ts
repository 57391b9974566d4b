import { t } from '../../../../lib/platform/words.ts';
import type { ReadFile } from '../../../hooks/useImport.ts';

/** Names of products are the same in every language. */
const names: Readonly<Record<Exclude<ReadFile['source'], 'plain'>, string>> = {
  ours: 'TimeTracker',
  toggl: 'Toggl Track',
  clockify: 'Clockify',
  harvest: 'Harvest',
  kimai: 'Kimai',
  solidtime: 'Solidtime',
  drytrix: 'DRYTRIX TimeTracker',
};

export const sourceName = (source: ReadFile['source']): string => (source === 'plain' ? t('aTable') : names[source]);
