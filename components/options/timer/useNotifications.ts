import { useState } from 'preact/hooks';
import type { NotificationKind, Settings } from '../../../lib/domain/settings.ts';
import { t } from '../../../lib/platform/words.ts';
import { useAskToNotify } from '../../hooks/useAskToNotify.ts';
import { useSettings } from '../useSettings.ts';

export interface Notifications {
  readonly on: (kind: NotificationKind) => boolean;
  /**
   * Switches one kind on or off, other settings with it. The browser is asked at the moment of use; where it refuses,
   * nothing is switched and a sentence says so.
   */
  readonly choose: (kind: NotificationKind, on: boolean, more?: Partial<Settings>) => void;
  /** What the browser did not allow, in words; null: nothing. */
  readonly refused: string | null;
}

export function useNotifications(): Notifications {
  const { settings, save } = useSettings();
  const ask = useAskToNotify();
  /** A new one each time: the page is drawn anew, and the control goes back to where it was. */
  const [refused, setRefused] = useState<{ readonly text: string } | null>(null);
  const choose = async (kind: NotificationKind, on: boolean, more: Partial<Settings> = {}) => {
    const allowed = !on || (await ask());
    setRefused(allowed ? null : { text: t('notificationsRefused') });
    const others = settings.notifications.filter((other) => other !== kind);
    if (allowed) save({ ...more, notifications: on ? [...others, kind] : others });
  };
  return {
    on: (kind) => settings.notifications.includes(kind),
    choose: (kind, on, more) => void choose(kind, on, more),
    refused: refused?.text ?? null,
  };
}
