import type { AwayQuestion } from '../domain/away.ts';
import type { RunningEntry } from '../domain/entry.ts';
import { badgeText, durationShort } from '../domain/format.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { elapsed } from '../domain/timer.ts';
import { browser } from '../platform/browser.ts';
import { now } from '../platform/clock.ts';
import { readThing, readValues } from '../storage/copy/values.ts';

type Face = 'idle' | 'running' | 'paused';

interface Shown {
  readonly face: Face;
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

const NAME = 'TimeTracker';
const colours = { running: '#0A6C66', away: '#8A5600', error: '#B3261E' } as const;
const iconSizes = [16, 24, 32, 48] as const;

let cannotSave = false;
let lastShown = '';

/** Whether the last command failed to save: the badge says so until one succeeds. */
export function showCannotSave(failing: boolean): void {
  cannotSave = failing;
}

/** Paints the toolbar icon, its badge and its tooltip: time and project, never the description (people share screens). */
export async function paintBadge(): Promise<void> {
  const values = await readValues(['running', 'away', 'settings']);
  const running = (values.get('running') ?? null) as RunningEntry | null;
  const away = (values.get('away') ?? []) as readonly AwayQuestion[];
  const { badge } = (values.get('settings') ?? defaultSettings) as Settings;
  const shown = {
    ...(await faceOf(running, away.length > 0, badge)),
    ...(cannotSave ? { text: '!', colour: colours.error } : {}),
  };
  const key = JSON.stringify(shown);
  if (key === lastShown) return;
  lastShown = key;
  const path = Object.fromEntries(iconSizes.map((size) => [size, `icons/${shown.face}-${size}.png`]));
  await Promise.all([
    browser.action.setIcon({ path }),
    browser.action.setTitle({ title: shown.title }),
    browser.action.setBadgeText({ text: shown.text }),
    browser.action.setBadgeBackgroundColor({ color: shown.colour }),
    browser.action.setBadgeTextColor({ color: '#FFFFFF' }),
  ]);
}

async function faceOf(running: RunningEntry | null, away: boolean, withTime: boolean): Promise<Shown> {
  if (away) return { face: 'paused', text: '?', colour: colours.away, title: NAME };
  if (!running) return { face: 'idle', text: '', colour: colours.running, title: NAME };
  const ms = elapsed(running, now());
  const project = running.projectId ? await readThing('project', running.projectId) : null;
  const title = [NAME, durationShort(ms), ...(project ? [project.name] : [])].join(', ');
  return { face: 'running', text: withTime ? badgeText(ms) : '', colour: colours.running, title };
}
