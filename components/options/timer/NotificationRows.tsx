import type { NotificationKind } from '../../../lib/domain/settings.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { SwitchRow } from '../SettingRow.tsx';
import type { Notifications } from './useNotifications.ts';

const rows: readonly { readonly kind: NotificationKind; readonly name: Word }[] = [
  { kind: 'away', name: 'notifyWhenBack' },
  { kind: 'longTimer', name: 'notifyWhenLong' },
  { kind: 'stopAt', name: 'notifyWhenStopped' },
];

/** What may be told by a notification; the browser asks with the first one that is switched on. */
export const NotificationRows = ({ notifications }: { readonly notifications: Notifications }) => (
  <>
    {rows.map(({ kind, name }) => (
      <SwitchRow
        key={kind}
        id={`notify-${kind}`}
        name={t(name)}
        on={notifications.on(kind)}
        onChange={(on) => notifications.choose(kind, on)}
      />
    ))}
  </>
);
