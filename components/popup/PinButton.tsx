import type { Work } from '../../lib/domain/entry.ts';
import type { Favourite } from '../../lib/domain/favourite.ts';
import { sameWork } from '../../lib/domain/timer.ts';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { descriptionInName, descriptionInSentence } from '../words-of-time.ts';
import type { Commands } from './useCommands.ts';
import { draftOf, toInput } from './work-draft.ts';

interface Props {
  readonly work: Work;
  readonly favourites: readonly Favourite[];
  readonly commands: Commands;
  /** Whether the work's name stands in the button too. */
  readonly named?: boolean;
}

/** Pins work among the favourites, or takes it from there. */
export function PinButton({ work, favourites, commands, named = false }: Props) {
  const pinned = favourites.find((favourite) => sameWork(favourite, work));
  const name = descriptionInName(work.description);
  const short = descriptionInSentence(work.description);
  const pin = () =>
    void commands.run({ type: 'favourite.add', work: toInput(draftOf(work)) }, ({ undo }) =>
      commands.say(t('pinned', short), undo),
    );
  const unpin = (id: string) =>
    void commands.run({ type: 'favourite.remove', id }, ({ undo }) => commands.say(t('unpinned', short), undo));
  return (
    <button
      class="fold"
      type="button"
      aria-label={t(pinned ? 'unpinName' : 'pinName', name)}
      onClick={() => (pinned ? unpin(pinned.id) : pin())}
    >
      {named && <Icon name="star" size={14} />}
      {named ? (
        <span class="trunc" dir="auto">
          {t(pinned ? 'unpinName' : 'pinName', name)}
        </span>
      ) : (
        t(pinned ? 'unpin' : 'pin')
      )}
    </button>
  );
}
