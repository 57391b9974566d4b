import { currencyOfLocale } from '../../lib/domain/locale.ts';
import { tell } from '../../lib/messaging/telemetry-client.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import type { JournalQueries } from '../../lib/storage/queries.ts';
import type { ExportedFile, ExportRequest } from '../../lib/transfer/index.ts';
import { saveFile } from '../save-file.ts';
import { transfer } from './transfer.ts';

/** What a page shows. `entries` left out: those that stand on the days of the range, or all there are. */
export type Wanted = Pick<ExportRequest, 'format' | 'onProgress' | 'signal'> &
  Partial<Pick<ExportRequest, 'entries' | 'count' | 'shown'>> &
  Partial<Omit<ExportRequest['described'], 'created'>>;

/** Makes a file of entries and hands it over as a download named by range and filters. For every page that exports. */
export async function saveEntries(queries: JournalQueries, wanted: Wanted): Promise<ExportedFile> {
  const { exportEntries, entriesOf } = await transfer.read();
  const { format, range = null, filters = [], rounding = null, shown = null, onProgress, signal } = wanted;
  const { ownName, currency } = await queries.read((reader) => reader.settings());
  const file = await exportEntries({
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
    format,
    shown,
    entries: wanted.entries ?? entriesOf(queries, range, onProgress),
    count: wanted.count ?? null,
    described: { created: new Date().toISOString(), range, filters, rounding },
    reader: { user: ownName, currency: currency ?? currencyOfLocale(formatLocale()) },
    untitled: t('noDescription'),
  });
  saveFile(file.name, file.blob);
  void tell({ type: 'telemetry.happened', event: 'export.created' });
  return file;
}
