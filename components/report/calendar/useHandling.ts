import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../../lib/domain/civil.ts';
import { dayInColumn } from '../../../lib/domain/format-days.ts';
import { t } from '../../../lib/platform/words.ts';
import { addressOf } from '../../popup/address-of.ts';
import type { Commands } from '../../popup/useCommands.ts';
import { descriptionInSentence } from '../../words-of-time.ts';
import { withOverlap } from '../overlap-words.ts';
import { type Handled, isMoved, spanAfter } from './handling.ts';
import type { CalendarData } from './useCalendar.ts';

/** A piece under way, by pointer or by keys, until what became of it is drawn. */
export interface Handling {
  readonly handled: Handled | null;
  readonly put: (handled: Handled | null) => void;
  /** Saves where it is by now; nothing when it is where it was. */
  readonly settle: () => void;
  /** What is under way and not sent yet, with what the same event has just changed. */
  readonly latest: () => Handled | null;
}

/** Entries are changed by the same command as in the form; what was done can be taken back. */
export function useHandling(data: CalendarData, commands: Commands): Handling {
  const [handled, setHandled] = useState<Handled | null>(null);
  const latest = useRef<Handled | null>(null);
  const sent = useRef(false);
  const put = (next: Handled | null) => {
    latest.current = next;
    sent.current = false;
    setHandled(next);
  };
  useEffect(() => {
    if (sent.current) put(null);
  }, [data]);

  const say = ({ piece: { entry } }: Handled, start: number, end: number | null, undo: number | null) => {
    const { time, locale } = data.formats;
    if (end === null) return commands.say(t('timerStartsAt', time(start, entry.zone)), undo);
    const day = dayInColumn(dayOf(start, entry.zone), locale);
    const name = descriptionInSentence(entry.description);
    const done = t('movedEntryTo', name, day, time(start, entry.zone), time(end, entry.zone));
    commands.say(withOverlap(done, { start, end }, data.entries, entry.id), undo);
  };
  const settle = () => {
    const last = latest.current;
    if (!last || sent.current) return;
    if (!isMoved(last)) return put(null);
    sent.current = true;
    const { start, end } = spanAfter(last);
    const { entry } = last.piece;
    const done =
      end === null || entry.end === null
        ? commands.run({ type: 'timer.update', start }, ({ undo }) => say(last, start, null, undo))
        : commands.run({ type: 'entry.update', entry: addressOf(entry), start, end }, ({ undo }) =>
            say(last, start, end, undo),
          );
    void done.then((saved) => saved || put(null));
  };
  return { handled, put, settle, latest: () => (sent.current ? null : latest.current) };
}
