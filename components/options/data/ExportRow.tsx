import { useState } from 'preact/hooks';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { saveEntries } from '../../hooks/saveEntries.ts';
import { useJournalQueries } from '../../hooks/useJournal.ts';
import type { LongWork } from '../../hooks/useLongWork.ts';
import { Row } from './Row.tsx';

type Shape = 'csv' | 'toggl' | 'clockify';

interface Props {
  readonly work: LongWork;
  readonly say: (sentence: string) => void;
}

/** Every entry as a file, in one of several shapes. */
export function ExportRow({ work, say }: Props) {
  const queries = useJournalQueries();
  const [shape, setShape] = useState<Shape>('csv');
  const save = (format: Shape | 'json' | 'xlsx' | 'ics') =>
    work.run('exporting', async (task) => {
      const file = await saveEntries(queries, { ...task, format });
      say(t('exportedFile', file.entries.toLocaleString(formatLocale()), file.name));
    });
  const busy = work.underway !== null;
  const Button = ({ format, name }: { readonly format: Shape | 'json' | 'xlsx' | 'ics'; readonly name: string }) => (
    <button class="btn" type="button" disabled={busy} onClick={() => void save(format)}>
      {name}
    </button>
  );
  return (
    <>
      <Row name={t('exportEntries')} help={t('exportEntriesHelp')}>
        <Button format={shape} name="CSV" />
        <Button format="json" name="JSON" />
        <Button format="xlsx" name="XLSX" />
        <Button format="ics" name="iCalendar" />
      </Row>
      <Row name={t('csvColumns')} labelFor="csv-columns" help={t('csvColumnsHelp')}>
        <select
          class="in"
          id="csv-columns"
          value={shape}
          onChange={(event) => setShape(event.currentTarget.value as Shape)}
        >
          <option value="csv">TimeTracker</option>
          <option value="toggl">Toggl Track</option>
          <option value="clockify">Clockify</option>
        </select>
      </Row>
    </>
  );
}
