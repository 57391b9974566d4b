import { useState } from 'preact/hooks';
import { type Field, fieldsByHand } from '../../../../lib/domain/import/fields.ts';
import { suffices } from '../../../../lib/domain/import/source.ts';
import { t } from '../../../../lib/platform/words.ts';
import type { Columns, ReadFile } from '../../../hooks/useImport.ts';
import { Note } from '../../../ui/Note.tsx';

interface Props {
  readonly file: ReadFile;
  /** Whether the person has asked for it already. */
  readonly again: boolean;
  readonly onMatch: (columns: Columns) => void;
  readonly onCancel: () => void;
}

/** A file we do not know: a person says which column is what. */
export function MatchColumns({ file, again, onMatch, onCancel }: Props) {
  const [columns, setColumns] = useState<Columns | null>(again ? file.columns : null);
  if (!columns) {
    return (
      <div class="under">
        <Note tone="warn">
          {t('unknownFile')}
          <div class="row">
            <button class="btn sm" type="button" onClick={() => setColumns(file.columns)}>
              {t('matchColumns')}
            </button>
            <button class="btn sm" type="button" onClick={onCancel}>
              {t('cancel')}
            </button>
          </div>
        </Note>
      </div>
    );
  }
  const choose = (field: Field, value: string) => {
    const { [field]: _before, ...others } = columns;
    setColumns(value === '' ? others : { ...others, [field]: Number(value) });
  };
  return (
    <section class="under look" aria-labelledby="match-heading">
      <h3 id="match-heading">{t('matchColumns')}</h3>
      <p class="muted">{t('matchColumnsHelp')}</p>
      <div class="match">
        {fieldsByHand.map((field) => (
          <FieldColumn
            key={field}
            field={field}
            file={file}
            column={columns[field]}
            onChoose={(value) => choose(field, value)}
          />
        ))}
      </div>
      <div class="acts">
        <button class="btn primary" type="button" disabled={!suffices(columns)} onClick={() => onMatch(columns)}>
          {t('lookAtImport')}
        </button>
        <button class="btn" type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly file: ReadFile;
  readonly column: number | undefined;
  readonly onChoose: (value: string) => void;
}

const FieldColumn = ({ field, file, column, onChoose }: FieldProps) => (
  <div class="f">
    <label for={`match-${field}`}>{t(`field_${field as 'date'}`)}</label>
    <select
      class="in"
      id={`match-${field}`}
      value={column === undefined ? '' : String(column)}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{t('noColumn')}</option>
      {file.headings.map((heading, i) => (
        <option key={i} value={i}>
          {heading || t('columnNumber', i + 1)}
        </option>
      ))}
    </select>
    <span class="fine trunc" dir="auto">
      {column === undefined ? '' : (file.samples.map((row) => row[column]).find(Boolean) ?? '')}
    </span>
  </div>
);
