import { refuse } from '../domain/refusal.ts';
import type { Settings } from '../domain/settings.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Handler } from './context.ts';
import { rerated } from './rates.ts';
import { isZone } from './zone.ts';

const isLocale = (tag: string): boolean => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
};

type Updated = Handler<CommandOf<'settings.update'>, { readonly entries: number }>;

export const updateSettings: Updated = async (reader, { changes, ratesFrom }) => {
  const { zone, locale, defaultProjectId } = changes;
  if (zone && !isZone(zone)) return refuse('unknownZone');
  if (locale && !isLocale(locale)) return refuse('unknownLocale');
  if (defaultProjectId && !(await reader.thing('project', defaultProjectId))) return refuse('projectGone');
  const before = await reader.settings();
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const after: Settings = { ...before, ...Object.fromEntries(given) };
  const rates = await rerated(reader, { kind: 'default', after: { rate: after.defaultRate } }, ratesFrom);
  return { changes: [{ kind: 'settings', before, after }, ...rates.changes], result: { entries: rates.entries } };
};
