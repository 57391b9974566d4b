import { isRefused } from '../../../../lib/messaging/answers.ts';
import { send } from '../../../../lib/messaging/client.ts';
import { formatLocale, t } from '../../../../lib/platform/words.ts';
import { useJournal } from '../../../hooks/useJournal.ts';
import type { LongWork } from '../../../hooks/useLongWork.ts';
import { counted } from '../counted.ts';
import { Row } from '../Row.tsx';

/** What was imported, the latest first, each with its way back. */
export function Imports({ work, say }: { readonly work: LongWork; readonly say: (sentence: string) => void }) {
  const imports = useJournal((reader) => reader.single('imports'), []);
  if (!imports || imports.length === 0) return null;
  const takeBack = (importId: string, name: string) =>
    work.run('takingBack', async () => {
      const answer = await send({ type: 'import.takeBack', importId });
      if (isRefused(answer)) throw new Error(answer.refused);
      say(t('tookBack', name));
    });
  return (
    <div class="card">
      {imports.toReversed().map(({ id, name, at, entries }) => (
        <Row
          key={id}
          name={name}
          help={t('importedThen', counted('entries', entries), new Date(at).toLocaleString(formatLocale(), short))}
        >
          <button
            class="btn"
            type="button"
            disabled={work.underway !== null}
            aria-label={t('takeBackImport', name)}
            onClick={() => void takeBack(id, name)}
          >
            {t('takeBack')}
          </button>
        </Row>
      ))}
    </div>
  );
}

const short = { dateStyle: 'medium', timeStyle: 'short' } as const;
