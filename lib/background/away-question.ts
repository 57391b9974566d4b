import { type AwaySpan, addAway } from '../domain/away.ts';
import { durationShort } from '../domain/format.ts';
import { isRefused } from '../domain/refusal.ts';
import { t } from '../platform/words.ts';
import type { Journal } from '../storage/journal.ts';
import { tell } from './notifications.ts';
import { readSettings } from './settings-in-copy.ts';

/** Puts an away time into the question that waits for the person. Nothing is asked while nothing runs. */
export async function askAway(journal: Journal, span: AwaySpan): Promise<void> {
  const committed = await journal.commit(async (reader) => {
    const running = await reader.running();
    const before = await reader.away();
    const mine = before.find((question) => question.entryId === running?.id) ?? null;
    const asked = running && addAway(mine, running, span);
    if (!asked || JSON.stringify(asked) === JSON.stringify(mine)) return { changes: [], result: null };
    const after = [...before.filter((question) => question !== mine), asked];
    return { changes: [{ kind: 'away', before, after }], result: null };
  });
  if (isRefused(committed) || committed.undo === null) return;
  await tell('away', await readSettings(), t('awayWaits', durationShort(span.end - span.start)));
}
