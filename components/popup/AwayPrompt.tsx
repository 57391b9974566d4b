import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AwayQuestion } from '../../lib/domain/away.ts';
import type { Instant, RunningEntry } from '../../lib/domain/entry.ts';
import type { Choice, CommandOf } from '../../lib/messaging/commands.ts';
import { t } from '../../lib/platform/words.ts';
import { useSecond } from '../hooks/useSecond.ts';
import { spanText, timeText } from '../words-of-time.ts';
import { AwayStrip } from './AwayStrip.tsx';
import { type AwayFacts, awayFacts, awaySentence, awaySpanLine, resultOf } from './away-words.ts';
import { ProjectField } from './ProjectField.tsx';
import type { PopupData } from './types.ts';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly data: PopupData;
  readonly running: RunningEntry;
  readonly question: AwayQuestion;
  readonly commands: Commands;
  readonly choices: Choices;
  readonly now: () => Instant;
}

const answers = [
  { choice: 'keep', key: 'K' },
  { choice: 'discard', key: 'D' },
  { choice: 'split', key: 'S' },
] as const;

const said = { keep: 'saidKeep', discard: 'saidDiscard', split: 'saidSplit', stop: 'saidStop' } as const;

/** What happened while nobody was there is for the person to say. Waits; Escape does nothing. */
export function AwayPrompt({ data, running, question, commands, choices, now }: Props) {
  const at = useSecond(now, running.start);
  const facts = awayFacts(running, question, at);
  const [project, setProject] = useState<Choice | null>(running.projectId ? { id: running.projectId } : null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const answer = (choice: CommandOf<'away.answer'>['choice']) =>
    void commands.run({ type: 'away.answer', choice, ...(choice === 'split' ? { project } : {}) }, ({ undo }) =>
      commands.say(t(said[choice]), undo),
    );
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const found = answers.find(({ key }) => key === event.key.toUpperCase());
    if (!found) return;
    event.preventDefault();
    answer(found.choice);
  };
  return (
    <section class="away" role="alertdialog" aria-labelledby="away" aria-describedby="away-what" onKeyDown={onKey}>
      <h2 id="away">{t('youWereAway', spanText(facts.away))}</h2>
      <div id="away-what">
        <p>{awaySentence(running, question, at)}</p>
        {question.spans.length > 1 && (
          <ul class="spans-list">
            {question.spans.map((span) => (
              <li key={span.start}>{awaySpanLine(span, running.zone, at)}</li>
            ))}
          </ul>
        )}
      </div>
      <AwayStrip running={running} facts={facts} project={data.projects.get(running.projectId ?? '')} />
      <div class="choices">
        {answers.map(({ choice, key }) => (
          <Answer
            key={choice}
            choice={choice}
            shortcut={key}
            facts={facts}
            buttonRef={choice === 'keep' ? first : null}
            onAnswer={() => answer(choice)}
          />
        ))}
      </div>
      <div class="split-to">
        <ProjectField
          id="away-project"
          label={t('splitProject')}
          choices={choices}
          choice={project}
          onChoose={setProject}
        />
      </div>
      <button class="link small" type="button" onClick={() => answer('stop')}>
        {t('discardAndStop', timeText(facts.begins, running.zone))}
      </button>
    </section>
  );
}

interface AnswerProps {
  readonly choice: 'keep' | 'discard' | 'split';
  readonly shortcut: string;
  readonly facts: AwayFacts;
  readonly buttonRef: Ref<HTMLButtonElement>;
  readonly onAnswer: () => void;
}

const Answer = ({ choice, shortcut, facts, buttonRef, onAnswer }: AnswerProps) => (
  <button
    class="choice"
    type="button"
    ref={buttonRef}
    aria-labelledby={`away-${choice}`}
    aria-describedby={`away-${choice}-does`}
    aria-keyshortcuts={shortcut}
    onClick={onAnswer}
  >
    <b id={`away-${choice}`}>{t(choice)}</b>
    <small id={`away-${choice}-does`}>{resultOf(choice, facts)}</small>
    <kbd>{shortcut}</kbd>
  </button>
);
