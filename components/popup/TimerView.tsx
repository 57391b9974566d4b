import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Instant, RunningEntry, TimeEntry } from '../../lib/domain/entry.ts';
import { IdleForm } from './IdleForm.tsx';
import { away, lately, later } from './parts.ts';
import type { PopupActions, PopupData } from './types.ts';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';
import { useDraft } from './useDraft.ts';
import { draftToBegin } from './work-draft.ts';

interface Props {
  readonly data: PopupData;
  readonly actions: PopupActions;
  readonly commands: Commands;
  readonly choices: Choices;
  readonly now: () => Instant;
}

/** The upper part of the popup: a question that waits, else what runs, else what to start. */
export function TimerView(props: Props) {
  const { data, commands } = props;
  const { running, notice } = data;
  const initial = useMemo(
    () => draftToBegin(data.settings.defaultProjectId, data.projects),
    [data.settings.defaultProjectId, data.projects],
  );
  const draft = useDraft(initial);
  const recent = lately.usePart();
  const more = later.usePart();
  const [startingElse, setStartingElse] = useState(false);
  const [editingStart, setEditingStart] = useState(false);
  const asks = askedAbout(data);
  const question = away.usePart(asks !== null);
  useEffect(() => {
    setStartingElse(false);
    setEditingStart(false);
  }, [running?.id]);
  return (
    <>
      {asks && data.away ? (
        question && (
          <question.AwayPrompt
            {...props}
            key={asks.id}
            running={{ ...asks, end: null }}
            question={data.away}
            now={asks.end === null ? props.now : () => asks.end}
          />
        )
      ) : running && !startingElse ? (
        recent && (
          <recent.RunningCard
            {...props}
            key={running.id}
            running={running}
            editingStart={editingStart}
            onEditStart={setEditingStart}
            onStartElse={() => setStartingElse(true)}
          />
        )
      ) : (
        <>
          {more && data.paused && !running && (
            <more.BreakCard paused={data.paused} data={data} commands={commands} now={props.now} />
          )}
          <IdleForm {...props} draft={draft} meanwhile={running} onBack={() => setStartingElse(false)} />
        </>
      )}
      {more && !asks && <more.PomodoroLine data={data} commands={commands} now={props.now} />}
      {more && running && !asks && (
        <more.LongRunning running={running} after={data.settings.longTimerAfter} commands={commands} now={props.now} />
      )}
      {more && <more.BackupReminder data={data} now={props.now} />}
      {more && notice && (
        <more.NoticeLine
          notice={notice}
          commands={commands}
          onEditStart={running && !asks ? () => setEditingStart(true) : null}
        />
      )}
    </>
  );
}

/** The entry that a waiting question is about: it runs, or was stopped since. */
function askedAbout({ away: question, running, pages }: PopupData): RunningEntry | TimeEntry | null {
  if (!question) return null;
  if (running?.id === question.entryId) return running;
  return pages.flatMap(({ entries }) => entries).find(({ id }) => id === question.entryId) ?? null;
}
