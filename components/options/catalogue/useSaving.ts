import { useState } from 'preact/hooks';
import { type Answer, isRefused, type Refused } from '../../../lib/messaging/answers.ts';
import type { CommandOf, CommandType } from '../../../lib/messaging/commands.ts';
import { t } from '../../../lib/platform/words.ts';
import { usePageOfOptions } from '../usePageOfOptions.ts';

interface Saving {
  /** Why the last command was refused, in words. */
  readonly problem: string | null;
  readonly busy: boolean;
  /** Sends a command; once it was carried out the dialog closes and the page says `said`, with Undo. */
  readonly save: <T extends CommandType>(
    command: CommandOf<T>,
    said: (done: Exclude<Answer<T>, Refused>) => string,
  ) => void;
}

/** How a dialog does what it is for; a refusal is said inside it, and nothing typed is lost. */
export function useSaving(onClose: () => void): Saving {
  const { actions, commands } = usePageOfOptions();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  return {
    problem,
    busy,
    save: async (command, said) => {
      if (busy) return;
      setBusy(true);
      const answer = await actions.send(command).finally(() => setBusy(false));
      if (isRefused(answer)) return setProblem(t(`refused_${answer.refused}`));
      const done = answer as Exclude<typeof answer, Refused>;
      commands.say(said(done), done.undo);
      onClose();
    },
  };
}
