import { useState } from 'preact/hooks';
import { isRefused, type RefusalReason } from '../../lib/messaging/answers.ts';
import { t, type Word } from '../../lib/platform/words.ts';
import { saveFile } from '../save-file.ts';
import { Note } from '../ui/Note.tsx';
import type { PopupActions } from './types.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly commands: Commands;
  readonly actions: PopupActions;
  readonly running: boolean;
}

interface Wording {
  readonly title: Word;
  readonly text: Word;
  readonly again: boolean;
  /** The word on the button that gives the data away as a file. */
  readonly backup: Word | null;
}

/** Trouble with the data itself; every other refusal is one sentence. */
const wordings: Partial<Record<RefusalReason, Wording>> = {
  diskFull: { title: 'diskFullTitle', text: 'diskFullIdle', again: true, backup: 'downloadBackup' },
  dataUnreadable: { title: 'dataUnreadableTitle', text: 'dataUnreadableText', again: true, backup: 'saveACopy' },
  dataNewer: { title: 'dataNewerTitle', text: 'dataNewerText', again: false, backup: null },
  notSaved: { title: 'notSavedTitle', text: 'notSavedText', again: true, backup: 'downloadBackup' },
  noAnswer: { title: 'noAnswerTitle', text: 'noAnswerText', again: true, backup: null },
};

/** Why the last command changed nothing: what happened, what was not lost, what to do. */
export function ErrorPanel({ commands, actions, running }: Props) {
  const { problem } = commands;
  if (!problem) return null;
  const wording = wordings[problem.reason];
  const text = problem.reason === 'diskFull' && running ? 'diskFullRunning' : wording?.text;
  return (
    <div class="over">
      <Note tone="err">
        {wording ? <b>{t(wording.title)}</b> : t(`refused_${problem.reason}`)}
        {text && <br />}
        {text && t(text)}
        <div class="row">
          {wording?.again && <Small word="tryAgain" onClick={problem.again} />}
          {wording?.backup && <Backup word={wording.backup} actions={actions} />}
          {problem.reason === 'dataUnreadable' && (
            <a class="btn sm" href="options.html#data" target="_blank" rel="noopener">
              {t('restoreFromABackup')}
            </a>
          )}
          {!wording && <Small word="dismiss" onClick={commands.forget} />}
        </div>
      </Note>
    </div>
  );
}

function Backup({ word, actions }: { readonly word: Word; readonly actions: PopupActions }) {
  const [failed, setFailed] = useState(false);
  const save = async () => {
    const answer = await actions.send({ type: 'data.export' });
    setFailed(isRefused(answer));
    if (!isRefused(answer)) saveFile('timetracker.json', new Blob([answer.json], { type: 'application/json' }));
  };
  return (
    <>
      <Small word={word} onClick={() => void save()} />
      {failed && <span>{t('backupFailed')}</span>}
    </>
  );
}

const Small = ({ word, onClick }: { word: Word; onClick: () => void }) => (
  <button class="btn sm" type="button" onClick={onClick}>
    {t(word)}
  </button>
);
