import { useState } from 'preact/hooks';
import type { EntryAddress, TimeEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { descriptionInSentence } from '../words-of-time.ts';
import { addressOf } from './address-of.ts';
import { EditBar } from './EditBar.tsx';
import { EntryForm, type EntryFormProps } from './EntryForm.tsx';
import { EntryMore } from './EntryMore.tsx';
import { InvoiceNote } from './InvoiceNote.tsx';
import type { PopupData } from './types.ts';
import { type EntryEditing, useEntryEditing } from './useEntryEditing.ts';
import { toInput } from './work-draft.ts';

interface Props extends EntryFormProps {
  /** Without pages and favourites nothing is offered to merge with or pin. */
  readonly data: Pick<PopupData, 'running'> & Partial<Pick<PopupData, 'pages' | 'favourites'>>;
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
  readonly onClose: () => void;
  /** Another entry is to be edited instead. */
  readonly onOpen?: (entry: TimeEntry, address: EntryAddress) => void;
}

/** Everything about one entry. Nothing is stored before Save; leaving with changes asks. */
export function EditEntry(props: Props) {
  const { entry, onClose } = props;
  const state = useEntryEditing({ ...props, isNew: false });
  const [leaving, setLeaving] = useState(false);
  const { save, remove, duplicate } = useSaving(props, state);
  /** Does something with the entry as it is stored: first asks about what was changed and is not. */
  const stored = (then: () => void) => (state.changed ? setLeaving(true) : then());
  const leave = () => stored(onClose);
  return (
    <EntryForm
      {...props}
      title={t('editEntry')}
      entry={entry}
      state={state}
      running={props.data.running !== null}
      onSave={save}
      onLeave={leave}
      beside={
        <button
          class="icon"
          type="button"
          aria-label={t('duplicateEntry')}
          title={t('duplicateEntry')}
          onClick={() => stored(duplicate)}
        >
          <Icon name="copy" />
        </button>
      }
      under={
        <>
          <InvoiceNote {...props} onUnlocked={onClose} />
          <EntryMore {...props} stored={stored} />
        </>
      }
    >
      <EditBar
        leaving={leaving}
        onStay={() => setLeaving(false)}
        onLeave={onClose}
        onCancel={leave}
        onDelete={remove}
      />
    </EntryForm>
  );
}

function useSaving({ commands, entry, address, onClose, onOpen }: Props, state: EntryEditing) {
  const name = descriptionInSentence(entry.description);
  const save = async () => {
    const { draft, times, worked, timed } = state;
    if (!state.isRight()) return;
    if (!worked && !timed) return onClose();
    if (timed && (await state.look())) return;
    const spans = timed ? { start: times.start, end: times.end, ...state.trims } : {};
    const work = worked ? { work: toInput(draft) } : {};
    void commands.run({ type: 'entry.update', entry: address, ...work, ...spans }, ({ undo }) => {
      commands.say(t('savedEntry', descriptionInSentence(draft.description)), undo);
      onClose();
    });
  };
  const remove = () =>
    void commands.run({ type: 'entry.delete', entry: address }, ({ undo }) => {
      commands.say(t('deletedEntry', name, durationText(entry.end - entry.start)), undo);
      onClose();
    });
  const duplicate = () =>
    void commands.run({ type: 'entry.duplicate', entry: address }, ({ undo, entry: copy }) => {
      commands.say(t('duplicatedEntry', name), undo);
      if (onOpen) onOpen(copy, addressOf(copy));
      else onClose();
    });
  return { save: () => void save(), remove, duplicate };
}
