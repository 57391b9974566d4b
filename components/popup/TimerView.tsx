import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../lib/domain/entry.ts';
import { useLazy } from '../hooks/useLazy.ts';
import { IdleForm } from './IdleForm.tsx';
import { LongRunning } from './LongRunning.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { RunningCard } from './RunningCard.tsx';
import type { PopupActions, PopupData } from './types.ts';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';
import { useDraft } from './useDraft.ts';

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
  const { running, away, notice } = data;
  const draft = useDraft();
  const [startingElse, setStartingElse] = useState(false);
  const [editingStart, setEditingStart] = useState(false);
  const asks = running !== null && away?.entryId === running.id ? away : null;
  const AwayPrompt = useLazy(async () => (await import('./AwayPrompt.tsx')).AwayPrompt, asks !== null);
  useEffect(() => {
    setStartingElse(false);
    setEditingStart(false);
  }, [running?.id]);
  return (
    <>
      {asks && running ? (
        AwayPrompt && <AwayPrompt {...props} key={running.id} running={running} question={asks} />
      ) : running && !startingElse ? (
        <RunningCard
          {...props}
          key={running.id}
          running={running}
          editingStart={editingStart}
          onEditStart={setEditingStart}
          onStartElse={() => setStartingElse(true)}
        />
      ) : (
        <IdleForm {...props} draft={draft} meanwhile={running} onBack={() => setStartingElse(false)} />
      )}
      {running && !asks && <LongRunning running={running} commands={commands} now={props.now} />}
      {notice && (
        <NoticeLine
          notice={notice}
          commands={commands}
          onEditStart={running && !asks ? () => setEditingStart(true) : null}
        />
      )}
      <div class="line" />
    </>
  );
}
