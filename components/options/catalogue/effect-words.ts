import type { CatalogueKind } from '../../../lib/domain/catalogue.ts';
import { formatLocale, t, type Word } from '../../../lib/platform/words.ts';
import type { AnyThing } from './dialogs.ts';
import type { Other } from './OtherChoice.tsx';
import type { Use } from './useUse.ts';

const number = (n: number): string => n.toLocaleString(formatLocale());

/** One thing is said in other words than several. */
const counted = (n: number, one: Word, many: Word, ...more: readonly string[]): string =>
  n === 1 ? t(one, ...more) : t(many, number(n), ...more);

/** "Delete Admin? Its 41 entries stay and become No project." */
export function deleteWords({ kind, name }: AnyThing, other: Other | null, { entries, owned }: Use): string {
  const ask = t('deleteAsk', name);
  if (kind === 'client') return `${ask} ${owned === 0 ? t('noProjectNamesIt') : projectsGo(owned, other)}`;
  const tasks = kind === 'project' && owned > 0 ? ` ${counted(owned, 'itsTaskGoes', 'itsTasksGo')}` : '';
  if (entries === 0) return `${ask} ${t('noEntryNamesIt')}${tasks}`;
  return `${ask} ${entriesGo(kind, entries, other)}${tasks}`;
}

const projectsGo = (n: number, other: Other | null): string =>
  other
    ? counted(n, 'itsProjectMoves', 'itsProjectsMove', other.name)
    : counted(n, 'itsProjectStays', 'itsProjectsStay', t('noClient'));

function entriesGo(kind: CatalogueKind, n: number, other: Other | null): string {
  if (kind === 'tag')
    return other
      ? counted(n, 'itsEntryGets', 'itsEntriesGet', other.name)
      : counted(n, 'takenOffEntry', 'takenOffEntries');
  const nothing = t(kind === 'task' ? 'noTask' : 'noProject');
  return other
    ? counted(n, 'itsEntryMoves', 'itsEntriesMove', other.name)
    : counted(n, 'itsEntryStays', 'itsEntriesStay', nothing);
}

/** What a merge brings about, as far as it is known which the other is. */
export function mergeWords({ kind, name }: AnyThing, other: Other | null, { entries, owned }: Use): string {
  const into = other?.name ?? t('theOther');
  const moved =
    kind === 'client' ? projectsGo(owned, { id: '', name: into }) : entriesGo(kind, entries, { id: '', name: into });
  return `${moved} ${t('mergeGone', name)}`;
}

/** What the field is called that says where what names a deleted thing goes. */
export const goesToLabel = (kind: CatalogueKind): Word =>
  kind === 'client' ? 'projectsGoTo' : kind === 'tag' ? 'entriesGetInstead' : 'entriesGoTo';
