import { useMemo } from 'preact/hooks';
import { prepareSearch, search } from '../../../lib/domain/search.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import type { Commands } from '../../popup/useCommands.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import type { AnyThing, Opened } from './dialogs.ts';
import type { Column } from './ThingsTable.tsx';

export interface TableProps {
  readonly query: string;
  readonly archived: boolean;
  readonly onOpen: (opened: Opened) => void;
}

/** Orders names as a person of this locale would. */
export const byName = (): ((a: string, b: string) => number) => {
  const { compare } = new Intl.Collator(formatLocale(), { numeric: true });
  return compare;
};

/** The rows whose text holds what is searched for, without archived ones unless they are asked for. */
export function useFound<Row>(
  rows: readonly Row[],
  { query, archived }: Pick<TableProps, 'query' | 'archived'>,
  textOf: (row: Row) => string,
  isArchived: (row: Row) => boolean,
): readonly Row[] {
  const index = useMemo(
    () =>
      prepareSearch(
        rows.filter((row) => archived || !isArchived(row)),
        textOf,
      ),
    [rows, archived],
  );
  return useMemo(
    () => (query.trim() === '' ? index.items : search(index, query).map(({ item }) => item)),
    [index, query],
  );
}

export const Archived = () => <span class="chip">{t('archivedThing')}</span>;

interface Named {
  readonly name: string;
  readonly archived: boolean;
}

export const nameOf = ({ name }: Named): string => name;
export const isArchived = ({ archived }: Named): boolean => archived;

/** The column that names a row which has nothing else to show beside its name. */
export const nameColumn = (title: string): Column<Named> => {
  const compare = byName();
  return {
    id: 'name',
    title,
    compare: (a, b) => compare(a.name, b.name),
    cell: ({ name, archived }) => (
      <span class="pj">
        <span class="cut" dir="auto" title={name}>
          {name}
        </span>
        {archived && <Archived />}
      </span>
    ),
  };
};

/** Archive or bring back, merge, delete: what can be done with anything that has a name. */
export function commonItems(
  thing: AnyThing & { readonly archived: boolean },
  commands: Commands,
  onOpen: (opened: Opened) => void,
): MenuItem[] {
  const { kind, id, name, archived } = thing;
  const archive = (): void => {
    if (kind === 'task') return;
    const command = { type: `${kind}.update` as const, id, changes: { archived: !archived } };
    void commands.run(command, ({ undo }) => commands.say(t(archived ? 'broughtBack' : 'archivedNow', name), undo));
  };
  return [
    ...(kind === 'task' ? [] : [{ label: t(archived ? 'bringBack' : 'archive'), run: archive }]),
    { label: t('mergeInto'), run: () => onOpen({ show: 'merge', thing }) },
    { label: t('delete'), danger: true, run: () => onOpen({ show: 'delete', thing }) },
  ];
}
