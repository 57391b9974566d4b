import { useEffect, useState } from 'preact/hooks';
import type { EntryAddress, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { durationShort } from '../../lib/domain/format.ts';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { descriptionInSentence } from '../words-of-time.ts';
import { DiscardChanges } from './DiscardChanges.tsx';
import { EditFields } from './EditFields.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import type { PopupActions, PopupData } from './types.ts';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';
import { useEntryEdit } from './useEntryEdit.ts';

interface Props {
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
  readonly data: PopupData;
  readonly actions: PopupActions;
  readonly commands: Commands;
  readonly choices: Choices;
  readonly now: () => Instant;
  readonly onClose: () => void;
}

/** All of one entry, saved when the person says so. */
export function EditEntry({ entry, address, data, actions, commands, choices, now, onClose }: Props) {
  const edit = useEntryEdit(entry, address, actions, now);
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    choices.read('task', 'tag');
    commands.forget();
    document.getElementById('edit-description')?.focus();
  }, []);
  const leave = () => (edit.changed ? setAsking(true) : onClose());
  const save = () => {
    setTried(true);
    const wrong = edit.times.bad[0];
    if (wrong) return document.getElementById(`edit-${wrong}`)?.focus();
    if (!edit.changed) return onClose();
    void commands.run(edit.command(), ({ undo }) => {
      commands.say(t('savedEntry', descriptionInSentence(edit.work.description)), undo);
      onClose();
    });
  };
  const remove = () =>
    void commands.run({ type: 'entry.delete', entry: address }, ({ undo }) => {
      const length = durationShort(entry.end - entry.start);
      commands.say(t('deletedEntry', descriptionInSentence(entry.description), length), undo);
      onClose();
    });
  return (
    <form
      class="view"
      aria-label={t('editEntry')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !asking) leave();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <header class="edit-h">
        <button class="icon" type="button" aria-label={t('back')} title={t('back')} onClick={leave}>
          <Icon name="back" />
        </button>
        <h1 class="grow">{t('editEntry')}</h1>
      </header>
      <EditFields entry={entry} edit={edit} choices={choices} tried={tried} now={now} />
      <ErrorPanel commands={commands} actions={actions} running={data.running !== null} />
      {asking ? (
        <DiscardChanges onKeep={() => setAsking(false)} onDiscard={onClose} />
      ) : (
        <div class="bar">
          <button class="btn ghost danger" type="button" onClick={remove}>
            {t('delete')}
          </button>
          <button class="btn" type="button" onClick={leave}>
            {t('cancel')}
          </button>
          <button class="btn primary" type="submit">
            {t('save')}
          </button>
        </div>
      )}
    </form>
  );
}
