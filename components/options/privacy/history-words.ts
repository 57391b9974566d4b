import type { Word } from '../../../lib/platform/words.ts';
import type { Receipt } from '../../hooks/telemetry-facts.ts';

/** What an answer changed, given the one before it. */
export function changeWord({ state, by }: Receipt, before: Receipt | undefined): Word {
  const wasOn = before?.state === 'granted';
  if (by === 'erased') return 'historyErased';
  if (by === 'mended') return 'historyMended';
  if (state === 'granted') return wasOn ? 'historyAgreed' : 'historyOn';
  return wasOn ? 'historyOff' : 'historyLeftOff';
}

export const whereWords: Readonly<Record<Receipt['by'], Word>> = {
  welcome: 'whereWelcome',
  options: 'whereOptions',
  browser: 'whereBrowser',
  mended: 'whereMended',
  erased: 'whereErased',
};
