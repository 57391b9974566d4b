import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { addDays } from '../../../lib/domain/civil.ts';
import type { Day, TimeEntry } from '../../../lib/domain/entry.ts';
import { dayInName } from '../../../lib/domain/format-days.ts';
import { daysText } from '../../../lib/domain/report/range-text.ts';
import { type RowWork, rowKey, type SheetCell, type SheetRow } from '../../../lib/domain/timesheet.ts';
import { t } from '../../../lib/platform/words.ts';
import { copyTable } from '../../copy-table.ts';
import { useJournalQueries } from '../../hooks/useJournal.ts';
import { usePrinting } from '../../hooks/usePrinting.ts';
import { Icon } from '../../ui/Icon.tsx';
import { addressOf, goTo, stayAt } from '../address.ts';
import { dayOfAddress } from '../day-of-address.ts';
import { EntryDialog } from '../EntryDialog.tsx';
import { workName } from '../named.ts';
import { PeriodNav } from '../PeriodNav.tsx';
import { rangeWords } from '../reports/formats.ts';
import { onPaper } from '../reports/range-words.ts';
import type { Page } from '../usePage.ts';
import { usePageChoices } from '../usePageChoices.ts';
import type { ViewProps } from '../views.ts';
import { AddRow } from './AddRow.tsx';
import { CellEntries } from './CellEntries.tsx';
import { readRows, writeRows } from './kept-rows.ts';
import { type ChosenRow, makeRow } from './make-row.ts';
import { SheetTable } from './SheetTable.tsx';
import { useCellSaving } from './useCellSaving.ts';
import { rowsBefore, type ShownSheet, useSheet } from './useSheet.ts';

interface Opened {
  readonly row: SheetRow;
  readonly cell: SheetCell;
}

/** The timesheet: a week by project and day, typed like a table. */
export function View({ query, page }: ViewProps) {
  const rows = query.get('rows');
  const kept = useMemo(() => readRows(rows), [rows]);
  const day = dayOfAddress(query);
  const shown = useSheet(day, kept, Date.now);
  if (!shown) return null;
  return <Week query={query} page={page} kept={kept} shown={shown} />;
}

interface WeekProps extends ViewProps {
  readonly kept: readonly RowWork[];
  readonly shown: ShownSheet;
}

function Week({ query, page, kept, shown }: WeekProps) {
  const { commands } = page;
  const choices = usePageChoices(shown.named, page);
  const save = useCellSaving(commands, Date.now);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [editing, setEditing] = useState<TimeEntry | null>(null);
  const focusRow = useFocusOnRow();
  const { formats } = shown;
  const written = usePrinting() ? onPaper(formats) : formats;
  const first = shown.days[0] ?? formats.today;
  const last = shown.days.at(-1) ?? first;
  const keep = (next: readonly RowWork[]) => stayAt(addressOf('timesheet', query, { rows: writeRows(next) }));
  const addRow = (row: ChosenRow, then: () => void) =>
    makeRow(commands, row, (work) => {
      then();
      keep([...kept, work]);
      focusRow(work);
    });
  const open = (row: SheetRow, cell: SheetCell) => {
    const [entry, ...others] = cell.entries;
    if (others.length > 0) setOpened({ row, cell });
    else if (entry) setEditing(entry);
  };
  return (
    <>
      <div class="head">
        <h1>{rangeWords(daysText({ first, last }, written, 'long'))}</h1>
        <span class="grow" />
        <CopyRows first={first} shown={shown} page={page} onRows={(more) => keep([...kept, ...more])} />
        <PeriodNav
          previous={t('previousWeek')}
          current={t('backToThisWeek')}
          next={t('nextWeek')}
          onGo={(step) => goTo(weekAddress(query, step === 0 ? null : addDays(first, 7 * step)))}
        />
      </div>
      <SheetTable
        shown={shown}
        onSave={save}
        onOpen={open}
        onRemove={(row) => keep(kept.filter((other) => rowKey(other) !== rowKey(row)))}
      />
      <div class="sheet-foot">
        <AddRow choices={choices} onAdd={addRow} />
        <Hint />
      </div>
      {opened && (
        <CellEntries
          title={t('rowAndDay', workName(shown.named, opened.row), dayInName(opened.cell.day, formats.locale))}
          named={shown.named}
          entries={opened.cell.entries}
          formats={formats}
          onEdit={(entry) => {
            setOpened(null);
            setEditing(entry);
          }}
          onClose={() => setOpened(null)}
        />
      )}
      {editing && (
        <EntryDialog
          page={page}
          choices={choices}
          entry={editing}
          now={Date.now}
          onClose={() => setEditing(null)}
          onOpen={setEditing}
        />
      )}
    </>
  );
}

/** Another week, without the empty rows of this one; null: the week of today. */
const weekAddress = (query: URLSearchParams, day: Day | null): string =>
  addressOf('timesheet', query, { day, rows: null });

/** Gives the focus to the first cell of the row that is asked for, as soon as it is drawn. */
function useFocusOnRow(): (row: RowWork) => void {
  const [wanted, setWanted] = useState<string | null>(null);
  useLayoutEffect(() => {
    const cell = wanted && document.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted)}"] input`);
    if (!cell) return;
    cell.focus();
    setWanted(null);
  });
  return (row) => setWanted(rowKey(row));
}

interface CopyProps {
  readonly page: Page;
  readonly first: Day;
  readonly shown: ShownSheet;
  readonly onRows: (rows: readonly RowWork[]) => void;
}

function CopyRows({ first, shown, page, onRows }: CopyProps) {
  const queries = useJournalQueries();
  const copy = async () => {
    const there = new Set(shown.sheet.rows.map(rowKey));
    const before = await queries.read((reader) => rowsBefore(reader, first));
    const missing = before.filter((row) => !there.has(rowKey(row)));
    page.commands.say(missing.length === 0 ? t('noRowsToCopy') : t('copiedRows', missing.length));
    if (missing.length > 0) onRows(missing);
  };
  const copyAll = async () => {
    const table = document.querySelector<HTMLTableElement>('table.sheet');
    if (table) page.commands.say(t('copiedMarkdown', await copyTable(table)));
  };
  return (
    <>
      <button class="btn" type="button" onClick={() => void copy()}>
        <Icon name="copy" />
        {t('copyLastWeeksRows')}
      </button>
      <button class="btn" type="button" onClick={() => void copyAll()}>
        {t('copyMarkdown')}
      </button>
    </>
  );
}

const Hint = () => (
  <p class="quiet">
    {t('cellHint')} <kbd>Enter</kbd> {t('cellHintEnter')} <kbd>Tab</kbd> {t('cellHintTab')} <kbd>Esc</kbd>{' '}
    {t('cellHintEscape')}
  </p>
);
