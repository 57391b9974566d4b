import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import { MenuButton, type MenuItem } from '../../ui/Menu.tsx';
import { useWindow } from '../../ui/useWindow.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Numbers stand at the end of their cell. */
  readonly numbers?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
  readonly compare: (a: Row, b: Row) => number;
}

interface Props<Row> {
  readonly label: string;
  /** The first names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly menu: (row: Row) => readonly MenuItem[];
  /** Said where there are no rows. */
  readonly empty: string;
}

/** Pixels; the rows of a long table are all this high (options.css). */
const ROW = 44;

interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/** Things of the catalogue, sorted by any column, each with what can be done with it; thousands of rows are drawn as they come in sight. */
export function ThingsTable<Row extends { readonly id: string; readonly name: string }>(props: Props<Row>) {
  const { label, columns, rows, menu, empty } = props;
  const [sort, setSort] = useState<Sort>({ by: columns[0]?.id ?? '', descending: false });
  const scroller = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => {
    const column = columns.find(({ id }) => id === sort.by) ?? columns[0];
    const sorted = column ? rows.toSorted(column.compare) : [...rows];
    return sort.descending ? sorted.reverse() : sorted;
  }, [rows, sort]);
  const { first, end, above, below } = useWindow(scroller, ordered.length, ROW);
  if (rows.length === 0) return <p class="nothing">{empty}</p>;
  return (
    <div class="scroll" ref={scroller}>
      <table class="tbl things" aria-label={label} aria-rowcount={ordered.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
            <th>
              <span class="vh">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Space height={above} />}
          {ordered.slice(first, end).map((row, i) => (
            <tr key={row.id} aria-rowindex={first + i + 2}>
              {columns.map(({ id, numbers, cell }, at) =>
                at === 0 ? (
                  <th key={id} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} class={numbers ? 'r num' : 'muted'}>
                    {cell(row)}
                  </td>
                ),
              )}
              <td class="r act">
                <MenuButton label={t('moreFor', row.name)} items={menu(row)} />
              </td>
            </tr>
          ))}
          {below > 0 && <Space height={below} />}
        </tbody>
      </table>
    </div>
  );
}

const Space = ({ height }: { readonly height: number }) => (
  <tr>
    <td style={{ height: `${height}px`, padding: 0 }} />
  </tr>
);

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

function Heading<Row>({ column: { id, title, numbers }, sort, onSort }: HeadingProps<Row>) {
  const sorted = sort.by === id;
  return (
    <th
      scope="col"
      class={numbers ? 'r' : undefined}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        onClick={() => onSort({ by: id, descending: sorted ? !sort.descending : numbers === true })}
      >
        {title}
        {sorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
}
