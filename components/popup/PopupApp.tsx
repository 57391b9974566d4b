import { useEffect, useMemo, useState } from 'preact/hooks';
import type { EntryAddress, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { durationShort } from '../../lib/domain/format.ts';
import { t } from '../../lib/platform/words.ts';
import { useLazy } from '../hooks/useLazy.ts';
import { Toast } from '../ui/Toast.tsx';
import { descriptionInSentence } from '../words-of-time.ts';
import { Entries } from './Entries.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import { focusEntry } from './list-focus.ts';
import { sayStopped } from './sentences.ts';
import { TimerView } from './TimerView.tsx';
import { doneByDay, Totals } from './Totals.tsx';
import type { PopupActions, PopupData, Shortcuts } from './types.ts';
import { useChoices } from './useChoices.ts';
import { type Commands, useCommands } from './useCommands.ts';

interface Props {
  readonly data: PopupData;
  readonly actions: PopupActions;
  readonly now: () => Instant;
  readonly shortcuts?: Shortcuts;
}

interface Editing {
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
}

/** Milliseconds; what is stored was read long before. */
const WAKE_AFTER = 200;

const noShortcuts: Shortcuts = { open: null, toggle: null };

/** The popup: what is being worked on, and what was lately. */
export function PopupApp({ data, actions, now, shortcuts = noShortcuts }: Props) {
  const commands = useCommands(actions);
  const choices = useChoices(data, actions);
  const [editing, setEditing] = useState<Editing | null>(null);
  const EditEntry = useLazy(async () => (await import('./EditEntry.tsx')).EditEntry, editing !== null);
  const done = useMemo(() => doneByDay(data.pages), [data.pages]);
  const zone = Temporal.Now.timeZoneId();
  // A worker that cannot work says so here. It is woken after the first content, not in its way.
  useEffect(() => void setTimeout(() => void commands.run({ type: 'hello' }), WAKE_AFTER), []);
  const close = () => {
    setEditing(null);
    if (editing) requestAnimationFrame(() => focusEntry(editing.entry.id));
  };
  const shared = { data, actions, commands, choices, now };
  return (
    <main class="popup">
      <div class="view" hidden={editing !== null && EditEntry !== null}>
        <h1 class="vh">{t('extensionName')}</h1>
        <Totals data={data} done={done} zone={zone} now={now} />
        <TimerView {...shared} />
        <ErrorPanel commands={commands} actions={actions} running={data.running !== null} />
        <Entries
          data={data}
          done={done}
          zone={zone}
          now={now}
          shortcuts={shortcuts}
          on={entryActions(commands, (entry, address) => setEditing({ entry, address }))}
        />
        {shortcuts.open && (
          <footer class="pop-foot">
            {t('openFromAnyTab')} <kbd>{shortcuts.open}</kbd>
          </footer>
        )}
      </div>
      {editing && EditEntry && <EditEntry {...shared} {...editing} onClose={close} />}
      <Toast message={commands.message} onGone={commands.hush} />
    </main>
  );
}

const entryActions = (commands: Commands, edit: (entry: TimeEntry, address: EntryAddress) => void) => ({
  edit,
  again: (_: TimeEntry, address: EntryAddress) =>
    void commands.run({ type: 'timer.continue', entry: address }, ({ stopped, undo }) =>
      sayStopped(commands, stopped, undo),
    ),
  remove: (entry: TimeEntry, address: EntryAddress) =>
    void commands.run({ type: 'entry.delete', entry: address }, ({ undo }) =>
      commands.say(
        t('deletedEntry', descriptionInSentence(entry.description), durationShort(entry.end - entry.start)),
        undo,
      ),
    ),
});
