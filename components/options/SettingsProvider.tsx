import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../lib/domain/settings.ts';
import { isRefused } from '../../lib/messaging/answers.ts';
import { send } from '../../lib/messaging/client.ts';
import type { CommandOf } from '../../lib/messaging/commands.ts';
import { t } from '../../lib/platform/words.ts';
import { useJournal } from '../hooks/useJournal.ts';
import { showAs } from '../shown-as.ts';
import { SettingsContext } from './useSettings.ts';

const SAID_FOR = 2000;

/** Gives the settings to what is inside once they are known, saves changes, and says "Saved". */
export function SettingsProvider({ children }: { readonly children: ComponentChildren }) {
  const stored = useJournal((reader) => reader.settings(), []);
  const [waiting, setWaiting] = useState<Partial<Settings>>({});
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(null);
  useEffect(() => setWaiting({}), [stored]);
  useEffect(() => {
    if (!said || said.failed) return;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const save = async (changes: Partial<Settings>) => {
    setWaiting((earlier) => ({ ...earlier, ...changes }));
    const command = { type: 'settings.update', changes } as CommandOf<'settings.update'>;
    const answer = await send(command);
    if (isRefused(answer)) setWaiting({});
    setSaid(
      isRefused(answer) ? { text: t(`refused_${answer.refused}`), failed: true } : { text: t('saved'), failed: false },
    );
  };
  if (stored) showAs({ ...stored, ...waiting });
  return (
    <>
      <p class={said?.failed ? 'said bad' : 'said'} role="status">
        {said?.text}
      </p>
      {stored && (
        <SettingsContext.Provider
          value={{ settings: { ...stored, ...waiting }, save: (changes) => void save(changes) }}
        >
          {children}
        </SettingsContext.Provider>
      )}
    </>
  );
}
