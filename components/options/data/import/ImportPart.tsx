import { formatLocale, t } from '../../../../lib/platform/words.ts';
import { useImport } from '../../../hooks/useImport.ts';
import type { LongWork } from '../../../hooks/useLongWork.ts';
import { FileButton } from '../../../ui/FileButton.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Row } from '../Row.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { MatchColumns } from './MatchColumns.tsx';

/** Entries of another tracker: looked at first, then brought in by one button. */
export function ImportPart({ work }: { readonly work: LongWork }) {
  const bringing = useImport(work);
  const { state } = bringing;
  const busy = work.underway !== null;
  return (
    <>
      <Row name={t('import')} help={t('importHelp')}>
        <FileButton accept=".csv,.tsv,.txt,.json,text/csv,application/json" disabled={busy} onChoose={bringing.choose}>
          <Icon name="upload" />
          {t('importCsv')}
        </FileButton>
      </Row>
      {state?.step === 'match' && (
        <MatchColumns
          key={`${state.file.name} ${state.again}`}
          {...state}
          onMatch={bringing.match}
          onCancel={bringing.close}
        />
      )}
      {state?.step === 'look' && <ImportPreview bringing={bringing} state={state} busy={busy} />}
      {state?.step === 'done' && !busy && (
        <div class="under">
          <Note tone="ok">
            {t('importedEntries', state.entries.toLocaleString(formatLocale()), state.name)}{' '}
            <button class="link" type="button" onClick={bringing.takeBack}>
              {t('undo')}
            </button>
          </Note>
        </div>
      )}
    </>
  );
}
