import { t } from '../../../lib/platform/words.ts';
import { type ShortcutsSet, useShortcuts } from '../../hooks/useShortcuts.ts';
import { SettingRow, SwitchRow } from '../SettingRow.tsx';
import { useSettings } from '../useSettings.ts';

function inWords({ open, toggle, continueLast }: ShortcutsSet): string {
  const sentences = [
    open && t('shortcutOpens', open),
    toggle && t('shortcutToggles', toggle),
    continueLast && t('shortcutContinues', continueLast),
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : t('noShortcuts');
}

export function ShortcutsRow() {
  const { settings, save } = useSettings();
  const { set, change } = useShortcuts();
  return (
    <>
      <SwitchRow
        id="badge"
        name={t('showBadge')}
        help={t('showBadgeHelp')}
        on={settings.badge}
        onChange={(badge) => save({ badge })}
      />
      <SettingRow name={t('keyboardShortcuts')} help={set && inWords(set)}>
        <button class="btn sm" type="button" onClick={change}>
          {t('changeInBrowser')}
        </button>
      </SettingRow>
    </>
  );
}
