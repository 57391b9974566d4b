import type { EntryAddress, TimeEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { descriptionInSentence } from '../words-of-time.ts';
import { runStopping } from './sentences.ts';
import type { Commands } from './useCommands.ts';

/** What can be done with an entry of the list. */
export interface EntryActions {
  readonly edit: (entry: TimeEntry, address: EntryAddress) => void;
  readonly again: (entry: TimeEntry, address: EntryAddress) => void;
  readonly remove: (entry: TimeEntry, address: EntryAddress) => void;
}

export const entryActions = (commands: Commands, edit: EntryActions['edit']): EntryActions => ({
  edit,
  again: (_, address) => runStopping(commands, { type: 'timer.continue', entry: address }),
  remove: (entry, address) =>
    void commands.run({ type: 'entry.delete', entry: address }, ({ undo }) => {
      const length = durationText(entry.end - entry.start);
      commands.say(t('deletedEntry', descriptionInSentence(entry.description), length), undo);
    }),
});
