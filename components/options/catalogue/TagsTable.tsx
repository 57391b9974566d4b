import type { Tag } from '../../../lib/domain/catalogue.ts';
import { t } from '../../../lib/platform/words.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import { usePageOfOptions } from '../usePageOfOptions.ts';
import { type Column, ThingsTable } from './ThingsTable.tsx';
import { commonItems, isArchived, nameColumn, nameOf, type TableProps, useFound } from './table-parts.tsx';

const none: readonly Tag[] = [];

export function TagsTable(props: TableProps) {
  const { commands } = usePageOfOptions();
  const tags = useJournal((reader) => reader.things('tag'), []);
  const found = useFound(tags ?? none, props, nameOf, isArchived);
  if (!tags) return null;
  return (
    <ThingsTable
      label={t('tags')}
      columns={columns()}
      rows={found}
      empty={t(tags.length === 0 ? 'noTagsYet' : 'nothingFound')}
      menu={(tag) => [
        { label: t('renameThing'), run: () => props.onOpen({ show: 'tag', tag }) },
        ...commonItems({ kind: 'tag', ...tag }, commands, props.onOpen),
      ]}
    />
  );
}

const columns = (): readonly Column<Tag>[] => [nameColumn(t('tag'))];
