import { useMemo, useState } from 'preact/hooks';
import type { Span, TimeEntry } from '../../lib/domain/entry.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import { descriptionInSentence } from '../words-of-time.ts';
import { LeaveQuestion } from './EditBar.tsx';
import { EntryForm, type EntryFormProps } from './EntryForm.tsx';
import { newEntry, spanToAdd } from './new-entry.ts';
import type { PopupData } from './types.ts';
import { useEntryEditing } from './useEntryEditing.ts';
import { toInput } from './work-draft.ts';

interface Props extends EntryFormProps {
  readonly data: Pick<PopupData, 'running' | 'pages' | 'settings'>;
  /** The time that the form begins with; left out: since the last entry of today. */
  readonly span?: Span;
  /** Told what was added, if something was. */
  readonly onClose: (added?: TimeEntry) => void;
}

/** An entry added by hand. Start, end and duration come in any order; what it overlaps is shown before it is saved. */
export function AddEntry(props: Props) {
  const { data, commands, now, onClose } = props;
  const [leaving, setLeaving] = useState(false);
  const entry = useMemo(() => newEntry(props.span ?? spanToAdd(data, now()), data.settings), []);
  const state = useEntryEditing({ ...props, entry, isNew: true });
  const { draft, times } = state;
  const save = async () => {
    if (!state.isRight() || (await state.look())) return;
    const span = { start: times.start, end: times.end };
    const add = { type: 'entry.add', work: toInput(draft), ...span, zone: entry.zone, ...state.trims } as const;
    void commands.run(add, ({ undo, entry: added }) => {
      commands.say(t('addedEntry', descriptionInSentence(draft.description)), undo);
      onClose(added);
    });
  };
  const leave = () => (state.changed ? setLeaving(true) : onClose());
  return (
    <EntryForm
      {...props}
      title={t('addEntry')}
      entry={entry}
      state={state}
      running={data.running !== null}
      onSave={() => void save()}
      onLeave={leave}
      under={<p class="quiet">{t('addEntryHint', ...hintTimes())}</p>}
    >
      {leaving ? (
        <LeaveQuestion onStay={() => setLeaving(false)} onLeave={() => onClose()} />
      ) : (
        <div class="bar">
          <span class="grow" />
          <button class="btn" type="button" onClick={leave}>
            {t('cancel')}
          </button>
          <button class="btn primary" type="submit">
            {t('addEntry')}
          </button>
        </div>
      )}
    </EntryForm>
  );
}

/** Examples as this locale writes them. */
function hintTimes(): [string, string] {
  const decimal = new Intl.NumberFormat(formatLocale(), { useGrouping: false }).format(1.5);
  return ['9-11:30', decimal];
}
