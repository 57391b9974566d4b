import type { Settings } from '../lib/domain/settings.ts';
import { chooseFormatLocale } from '../lib/platform/words.ts';

let inDecimals = false;

/** From now on this page shows everything as the settings say; what of it comes before the first paint is left for public/appearance.js. */
export function showAs({ appearance, density, durationFormat, locale }: Settings): void {
  chooseFormatLocale(locale);
  inDecimals = durationFormat === 'decimal';
  keep('theme', 'appearance', appearance === 'system' ? null : appearance);
  keep('density', 'density', density === 'comfortable' ? null : density);
}

function keep(attribute: 'theme' | 'density', name: 'appearance' | 'density', value: string | null): void {
  const { dataset } = document.documentElement;
  if (value === null) delete dataset[attribute];
  else dataset[attribute] = value;
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Nothing is kept for this page: it is read from the settings a moment later.
  }
}

export const durationsAreDecimal = (): boolean => inDecimals;
