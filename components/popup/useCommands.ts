import { useRef, useState } from 'preact/hooks';
import { type Answer, isRefused, type RefusalReason, type Refused } from '../../lib/messaging/answers.ts';
import type { CommandOf, CommandType } from '../../lib/messaging/commands.ts';
import { t } from '../../lib/platform/words.ts';
import type { Message } from '../ui/Toast.tsx';
import type { PopupActions } from './types.ts';

export interface Problem {
  readonly reason: RefusalReason;
  readonly again: () => void;
}

type DoneOf<T extends CommandType> = Exclude<Answer<T>, Refused>;

export interface Commands {
  /**
   * Sends a command; `then` follows when it was carried out, also when that was at the second try. Refusals are shown.
   * While a command is on its way the very same one is not sent again: a double click is one click.
   */
  readonly run: <T extends CommandType>(command: CommandOf<T>, then?: (done: DoneOf<T>) => void) => Promise<boolean>;
  readonly problem: Problem | null;
  readonly forget: () => void;
  readonly message: Message | null;
  /** Says what was done, with Undo when it can be undone. */
  readonly say: (text: string, undo?: number | null) => void;
  readonly hush: () => void;
}

export function useCommands(actions: PopupActions): Commands {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const underway = useRef(new Set<string>());

  const run: Commands['run'] = async (command, then) => {
    const same = JSON.stringify(command);
    if (underway.current.has(same)) return false;
    underway.current.add(same);
    const answer = await actions.send(command).finally(() => underway.current.delete(same));
    if (isRefused(answer)) {
      setProblem({ reason: answer.refused, again: () => void run(command, then) });
      return false;
    }
    setProblem(null);
    then?.(answer as DoneOf<typeof command.type>);
    return true;
  };
  const say: Commands['say'] = (text, undo = null) => {
    const takeBack = () => void run({ type: 'undo', step: undo ?? 0 }, () => say(t('undone')));
    setMessage(undo === null ? { text } : { text, action: { label: t('undo'), run: takeBack } });
  };
  return { run, problem, forget: () => setProblem(null), message, say, hush: () => setMessage(null) };
}
