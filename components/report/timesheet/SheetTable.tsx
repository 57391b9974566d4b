import { useEffect, useState } from 'preact/hooks';
import { weekday } from '../../../lib/domain/civil.ts';
import type { Day } from '../../../lib/domain/entry.ts';
import { dayInColumn, dayInName } from '../../../lib/domain/format-days.ts';
import { rowKey, type SheetCell, type SheetRow } from '../../../lib/domain/timesheet.ts';
import { t } from '../../../lib/platform/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ProjectMark } from '../../ui/ProjectMark.tsx';
import { clientName, projectName, taskName, workName } from '../named.ts';
import type { Formats } from '../reports/formats.ts';
import { CellField } from './CellField.tsx';
import type { CellOutcome, TypedCell } from './useCellSaving.ts';
import type { ShownSheet } from './useSheet.ts';

interface Props {
  readonly shown: ShownSheet;
  readonly onSave: (typed: TypedCell) => Promise<CellOutcome>;
  readonly onOpen: (row: SheetRow, cell: SheetCell) => void;
  /** Takes an empty row away. */
  readonly onRemove: (row: SheetRow) => void;
}

const lengthOrNone = (ms: number, { duration }: Formats) => (ms === 0 ? <span class="quiet">–</span> : duration(ms));

/** More rows than any screen shows at once. */
const AT_ONCE = 30;

/** How many rows are drawn: at first those in sight, right after them all. A table of a hundred projects has a thousand fields. */
function useDrawnRows(count: number): number {
  const [all, setAll] = useState(count <= AT_ONCE);
  useEffect(() => {
    if (!all) setTimeout(() => setAll(true));
  }, [all]);
  return all ? count : AT_ONCE;
}

/** The week: projects and tasks down, days across, totals at the ends. */
export function SheetTable(props: Props) {
  const { shown } = props;
  const { days, sheet, formats } = shown;
  const { today, locale } = formats;
  const drawn = useDrawnRows(sheet.rows.length);
  const names = new Map(days.map((day) => [day, dayInName(day, locale)]));
  const kindOf = (day: Day) => (day === today ? 'today' : weekday(day) > 5 ? 'we' : undefined);
  return (
    <div class="card sheet-card">
      <table class="sheet">
        <caption class="vh">{t('timesheetCaption')}</caption>
        <colgroup>
          <col class="p" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            {days.map((day) => (
              <th scope="col" key={day} class={kindOf(day)}>
                <b>{dayInColumn(day, locale)}</b>
                {day === today && t('today')}
              </th>
            ))}
            <th scope="col">
              <b>{t('total')}</b>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.slice(0, drawn).map((row) => (
            <Row key={rowKey(row)} row={row} kindOf={kindOf} dayNames={names} {...props} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {days.map((day, index) => (
              <td key={day} class={`num ${kindOf(day) ?? ''}`}>
                {lengthOrNone(sheet.dayTotals[index] ?? 0, formats)}
              </td>
            ))}
            <td class="num">{lengthOrNone(sheet.ms, formats)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps extends Props {
  readonly row: SheetRow;
  readonly kindOf: (day: Day) => string | undefined;
  readonly dayNames: ReadonlyMap<Day, string>;
}

function Row({ row, kindOf, dayNames, shown, onSave, onOpen, onRemove }: RowProps) {
  const { named, formats } = shown;
  const name = workName(named, row);
  const under = [taskName(named, row.taskId), clientName(named, row.projectId)].filter(Boolean).join(' · ');
  const empty = row.cells.every(({ entries, running }) => entries.length === 0 && !running);
  return (
    <tr data-row={rowKey(row)}>
      <th scope="row">
        <span class="row">
          <ProjectMark colour={named.project.get(row.projectId ?? '')?.colour ?? null} />
          <span class="trunc grow" dir="auto" title={name}>
            {projectName(named, row.projectId)}
            {under && <small class="trunc">{under}</small>}
          </span>
          {empty && (
            <button class="icon" type="button" aria-label={t('removeRow', name)} onClick={() => onRemove(row)}>
              <Icon name="cross" />
            </button>
          )}
        </span>
      </th>
      {row.cells.map((cell) => (
        <td key={cell.day} class={kindOf(cell.day)}>
          <CellField
            name={t('rowAndDay', name, dayNames.get(cell.day) ?? '')}
            cell={cell}
            duration={formats.duration}
            onSave={(ms) => onSave({ row, day: cell.day, ms })}
            onOpen={() => onOpen(row, cell)}
          />
        </td>
      ))}
      <td class="tot num">{lengthOrNone(row.ms, formats)}</td>
    </tr>
  );
}
