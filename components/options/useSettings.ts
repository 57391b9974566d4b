import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Settings } from '../../lib/domain/settings.ts';

export interface SettingsOnPage {
  readonly settings: Settings;
  /** Saves at once and says so, or says why not. */
  readonly save: (changes: Partial<Settings>) => void;
}

export const SettingsContext = createContext<SettingsOnPage | null>(null);

/** The settings as they stand, inside the settings page. */
export function useSettings(): SettingsOnPage {
  const page = useContext(SettingsContext);
  if (!page) throw new Error('settings are only known inside SettingsProvider');
  return page;
}
