import { useState } from 'preact/hooks';
import { currencyOfLocale } from '../../lib/domain/locale.ts';
import { isRefused } from '../../lib/messaging/answers.ts';
import { send } from '../../lib/messaging/client.ts';
import { tell } from '../../lib/messaging/telemetry-client.ts';
import { formatLocale } from '../../lib/platform/words.ts';
import type { Choices, Prepared, ReadFile } from '../../lib/transfer/index.ts';
import { transfer } from './transfer.ts';
import { useJournalQueries } from './useJournal.ts';
import type { LongWork } from './useLongWork.ts';

export type { BadLine, Choices, Prepared, ReadFile } from '../../lib/transfer/index.ts';
export type Columns = ReadFile['columns'];

/** A choice that is still open is null: then nothing is prepared. */
export type OpenChoices = { readonly [K in keyof Choices]: Choices[K] | null };

interface Text {
  readonly text: string;
  readonly encoding: string | null;
}

export type ImportState =
  | {
      readonly step: 'match';
      readonly file: ReadFile;
      readonly text: Text;
      /** Whether it was asked for, after a look at what the headings say. */
      readonly again: boolean;
    }
  | {
      readonly step: 'look';
      readonly file: ReadFile;
      readonly choices: OpenChoices;
      readonly prepared: Prepared | null;
      /** To match its columns differently; null: they are known. */
      readonly text: Text | null;
    }
  | { readonly step: 'done'; readonly importId: string; readonly entries: number; readonly name: string };

type Looked = Omit<Extract<ImportState, { step: 'look' }>, 'step' | 'prepared'>;

const NINE = 9 * 3_600_000;

export interface Import {
  readonly state: ImportState | null;
  readonly choose: (file: File) => void;
  readonly match: (columns: Columns) => void;
  readonly matchAgain: () => void;
  readonly change: (choices: OpenChoices) => void;
  readonly commit: () => void;
  readonly takeBack: () => void;
  readonly close: () => void;
}

const whole = ({ order, zone, dayStart, user, currency, unit }: OpenChoices): Choices | null =>
  order === null || zone === null || dayStart === null || currency === null || unit === null
    ? null
    : { order, zone, dayStart, user, currency, unit };

/** From a chosen file to its entries: read, looked at, written. */
export function useImport(work: LongWork): Import {
  const queries = useJournalQueries();
  const [state, setState] = useState<ImportState | null>(null);

  const look = async (looked: Looked, task: object) => {
    const { prepareImport } = await transfer.read();
    const made = whole(looked.choices);
    setState({ ...looked, step: 'look', prepared: null });
    if (made) setState({ ...looked, step: 'look', prepared: await prepareImport(looked.file, made, queries, task) });
  };
  const begin = async (file: ReadFile, text: Text | null, task: object) => {
    const { zone, currency } = await queries.read((reader) => reader.settings());
    const choices: OpenChoices = {
      order: file.order.order,
      unit: file.unit,
      zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      dayStart: NINE,
      user: null,
      currency: currency ?? currencyOfLocale(formatLocale()),
    };
    await look({ file, choices, text }, task);
  };

  const choose = (chosen: File) =>
    work.run('readingFile', async (task) => {
      setState(null);
      const { readText, readCsv, readEntriesJson, isUnderstood } = await transfer.read();
      const text = await readText(chosen);
      if (/^\s*[{[]/.test(text.text)) return begin(readEntriesJson(chosen.name, text.text), null, task);
      const file = await readCsv(chosen.name, text, null, task);
      if (!isUnderstood(file)) return setState({ step: 'match', file, text, again: false });
      return begin(file, file.source === 'plain' ? text : null, task);
    });
  const match = (columns: Columns) => {
    if (state?.step !== 'match') return;
    const { file, text } = state;
    void work.run('readingFile', async (task) => {
      const { readCsv } = await transfer.read();
      await begin(await readCsv(file.name, text, columns, task), text, task);
    });
  };
  const matchAgain = () => {
    if (state?.step !== 'look' || !state.text) return;
    setState({ step: 'match', file: state.file, text: state.text, again: true });
  };
  const change = (choices: OpenChoices) => {
    if (state?.step !== 'look') return;
    setState({ ...state, choices, prepared: null });
    void work.run('readingFile', (task) => look({ ...state, choices }, task));
  };
  const commit = () => {
    if (state?.step !== 'look' || !state.prepared) return;
    const { file, prepared } = state;
    void work.run('importing', async (task) => {
      const { commitImport, pageJournal, FileProblem, takeSnapshot, ownVersion } = await transfer.read();
      await takeSnapshot(queries.read, 'import', ownVersion());
      try {
        const committed = await commitImport(pageJournal(), prepared, task);
        if (isRefused(committed)) throw new Error(committed.refused);
      } catch (problem) {
        // something else was written meanwhile: what will be created has to be looked at again
        if (problem instanceof FileProblem && problem.reason === 'moved') await look(state, task);
        throw problem;
      }
      setState({ step: 'done', importId: prepared.importId, entries: prepared.create, name: file.name });
      void send({ type: 'hello' });
      void tell({ type: 'telemetry.happened', event: 'import.completed' });
    });
  };
  const takeBack = () => {
    if (state?.step !== 'done') return;
    const { importId } = state;
    void work.run('takingBack', async () => {
      const answer = await send({ type: 'import.takeBack', importId });
      if (isRefused(answer)) throw new Error(answer.refused);
      setState(null);
    });
  };
  const close = () => setState(null);
  return { state, choose: (file) => void choose(file), match, matchAgain, change, commit, takeBack, close };
}
