import { FileParts } from '../../platform/file-parts.ts';
import { SCHEMA } from '../migrations.ts';
import type { JournalReader } from '../reader.ts';
import { checksumText, crc32 } from './crc32.ts';

/** Version of the layout of a backup file; the shapes inside it have the schema's. */
export const BACKUP = 1;
export const FORMAT = 'timetracker';

export interface BackupMade {
  readonly file: Blob;
  readonly entries: number;
  /** The commit it shows. */
  readonly n: number;
}

interface Watch {
  /** @throws to stop */
  readonly onSlice?: ((share: number) => void) | undefined;
  /** Of the extension. */
  readonly version: string;
  readonly now: number;
}

/**
 * Everything a person has as one JSON file: valid JSON, laid out so that each entry is a line and the last line sums up the
 * bytes before it. docs/formats.md describes it. Reads within one transaction: the file shows one moment.
 */
export async function writeBackup(reader: JournalReader, { onSlice, version, now }: Watch): Promise<BackupMade> {
  let sum = 0;
  const parts = new FileParts((bytes) => {
    sum = crc32(bytes, sum);
  });
  const add = (text: string): void => parts.add(text);
  const header = await reader.begin();
  const created = new Date(now).toISOString();
  add(
    `{"format":"${FORMAT}","backup":${BACKUP},"schema":${SCHEMA},"version":${JSON.stringify(version)},"created":"${created}"`,
  );
  for (const [name, value] of Object.entries(await besideEntries(reader))) {
    add(`,\n${JSON.stringify(name)}:${JSON.stringify(value)}`);
  }
  add(',\n"entries":[');
  let entries = 0;
  for await (const { pages, share } of reader.allPages()) {
    onSlice?.(share);
    let lines = '';
    for (const page of pages) {
      for (const entry of page.entries) {
        lines += entries === 0 ? '\n' : ',\n';
        lines += JSON.stringify(entry);
        entries += 1;
      }
    }
    add(lines);
  }
  add(`\n],\n"count":${entries}`);
  add(`,\n"checksum":"${checksumText(sum)}"}\n`);
  return { file: parts.file('application/json'), entries, n: header?.n ?? 0 };
}

const besideEntries = async (reader: JournalReader) => ({
  settings: await reader.settings(),
  running: await reader.running(),
  paused: await reader.single('paused'),
  favourites: await reader.single('favourites'),
  reports: await reader.single('reports'),
  clients: await reader.things('client'),
  projects: await reader.things('project'),
  tasks: await reader.things('task'),
  tags: await reader.things('tag'),
});
