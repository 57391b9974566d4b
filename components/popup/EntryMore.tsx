import { useRef, useState } from 'preact/hooks';
import type { EntryAddress, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { mergeEntries } from '../../lib/domain/merge.ts';
import { isRefused } from '../../lib/domain/refusal.ts';
import { t } from '../../lib/platform/words.ts';
import { descriptionInSentence, timeText } from '../words-of-time.ts';
import { addressOf } from './address-of.ts';
import { PinButton } from './PinButton.tsx';
import { TimeEditor } from './TimeEditor.tsx';
import { typedEnd } from './typed-instant.ts';
import type { PopupData } from './types.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly data: Partial<Pick<PopupData, 'pages' | 'favourites'>>;
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
  readonly commands: Commands;
  readonly onClose: () => void;
  /** Runs something on the entry as it is stored. */
  readonly stored: (then: () => void) => void;
}

/** What else can be done with an entry: split it, merge it with the one before, pin its work. */
export function EntryMore({ data, entry, address, commands, onClose, stored }: Props) {
  const [splitting, setSplitting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const closeSplit = () => {
    setSplitting(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const previous = previousOf(entry, data.pages ?? []);
  const merge = (other: TimeEntry) =>
    void commands.run({ type: 'entry.merge', entries: [addressOf(other), address] }, ({ undo }) => {
      commands.say(t('mergedEntries', descriptionInSentence(other.description)), undo);
      onClose();
    });
  if (splitting) {
    return <SplitEditor entry={entry} address={address} commands={commands} onClose={onClose} onCancel={closeSplit} />;
  }
  return (
    <div class="row wrap also">
      <button class="fold" type="button" ref={opener} onClick={() => stored(() => setSplitting(true))}>
        {t('splitEntry')}
      </button>
      {previous && (
        <button class="fold" type="button" onClick={() => stored(() => merge(previous))}>
          {t('mergeWithPrevious')}
        </button>
      )}
      {data.favourites && <PinButton work={entry} favourites={data.favourites} commands={commands} />}
    </div>
  );
}

/** The entry before this one, where the two can be made one. */
function previousOf(entry: TimeEntry, pages: PopupData['pages']): TimeEntry | null {
  const all = pages.flatMap(({ entries }) => entries).filter(({ id }) => id !== entry.id);
  const before = all.filter(({ start }) => start <= entry.start);
  const last = before.reduce<TimeEntry | null>(
    (latest, each) => (latest && latest.start > each.start ? latest : each),
    null,
  );
  if (!last || last.invoice?.locked || entry.invoice?.locked) return null;
  const others = all.filter(({ id }) => id !== last.id);
  return isRefused(mergeEntries([last, entry], others)) ? null : last;
}

interface SplitProps extends Pick<Props, 'entry' | 'address' | 'commands' | 'onClose'> {
  readonly onCancel: () => void;
}

const MINUTE = 60_000;

/** Asks where to split; the middle is offered. */
function SplitEditor({ entry, address, commands, onClose, onCancel }: SplitProps) {
  const { start, end, zone } = entry;
  const middle = Math.round((start + end) / 2 / MINUTE) * MINUTE;
  const show = (instant: Instant) => timeText(instant, zone);
  const [text, setText] = useState(() => show(middle));
  const [error, setError] = useState<string | null>(null);
  const split = () => {
    const at = typedEnd(text, { from: start, zone, now: end });
    if (at === null) return setError(t('useATime'));
    if (at <= start || at >= end) return setError(t('splitWithin', show(start), show(end)));
    void commands.run({ type: 'entry.split', entry: address, at }, ({ undo }) => {
      commands.say(t('splitDone', descriptionInSentence(entry.description), show(at)), undo);
      onClose();
    });
  };
  return (
    <TimeEditor
      id="split"
      label={t('splitAt')}
      text={text}
      error={error}
      saveLabel={t('splitEntry')}
      onInput={(typed) => {
        setText(typed);
        setError(null);
      }}
      onSave={split}
      onCancel={onCancel}
    />
  );
}
