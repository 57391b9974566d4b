import { useEffect, useState } from 'preact/hooks';
import type { Instant, RunningEntry } from '../../../lib/domain/entry.ts';
import { timeOfDay } from '../../../lib/domain/format.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { ProjectField } from '../../popup/ProjectField.tsx';
import { typedStart } from '../../popup/typed-instant.ts';
import type { Choices } from '../../popup/useChoices.ts';
import { draftOf, toInput, withProject } from '../../popup/work-draft.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { descriptionInSentence } from '../../words-of-time.ts';
import type { Page } from '../usePage.ts';

interface Props {
  readonly page: Page;
  readonly choices: Choices;
  readonly running: RunningEntry;
  readonly now: () => Instant;
  readonly onClose: () => void;
}

/** What can be changed while the timer runs: what it is for, and when it was started. */
export function TimerDialog({ page, choices, running, now, onClose }: Props) {
  const shownStart = timeOfDay(running.start, running.zone, formatLocale());
  const [draft, setDraft] = useState(() => draftOf(running));
  const [start, setStart] = useState(shownStart);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    choices.read('project', 'client');
    document.getElementById('timer-description')?.focus();
  }, []);
  const save = () => {
    const reference = { from: running.start, zone: running.zone, now: now() };
    const instant = start === shownStart ? running.start : typedStart(start, reference);
    setWrong(instant === null);
    if (instant === null) return document.getElementById('timer-start')?.focus();
    const work = toInput(draft);
    const command = { type: 'timer.update', work, ...(instant === running.start ? {} : { start: instant }) } as const;
    void page.commands.run(command, ({ undo }) => {
      page.commands.say(t('savedEntry', descriptionInSentence(draft.description)), undo);
      onClose();
    });
  };
  return (
    <Dialog label={t('editTimer')} onClose={onClose}>
      <form
        aria-label={t('editTimer')}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <header class="edit-h">
          <h2 class="grow">{t('editTimer')}</h2>
        </header>
        <div class="edit">
          <TextField
            id="timer-description"
            label={t('description')}
            value={draft.description}
            onInput={(description) => setDraft((before) => ({ ...before, description }))}
          />
          <ProjectField
            id="timer-project"
            choices={choices}
            choice={draft.project}
            onChoose={(choice) => setDraft((before) => ({ ...before, ...withProject(choice, choices.project) }))}
          />
          <TextField
            id="timer-start"
            label={t('startTime')}
            value={start}
            error={wrong ? t('useATime') : null}
            onInput={setStart}
          />
        </div>
        <div class="bar">
          <span class="grow" />
          <button class="btn" type="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button class="btn primary" type="submit">
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
