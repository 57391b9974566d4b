import * as v from 'valibot';
import { ratesFrom } from './catalogue.ts';
import { currency, id, rate, whole, zone } from './parts.ts';

const minuteOfDay = whole(0, 24 * 60);
const minuteSpan = v.pipe(
  v.strictObject({ start: minuteOfDay, end: minuteOfDay }),
  v.check(({ start, end }) => start < end),
);
const minutes = whole(1, 480);

/** One field a setting; checked against `Settings` by lib/background/settings-commands.ts. */
const settings = v.strictObject({
  appearance: v.picklist(['system', 'light', 'dark']),
  density: v.picklist(['comfortable', 'compact']),
  durationFormat: v.picklist(['clock', 'decimal']),
  locale: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  weekStartsOn: v.nullable(whole(1, 7)),
  currency: v.nullable(currency),
  defaultRate: v.nullable(rate),
  badge: v.boolean(),
  defaultProjectId: v.nullable(id),
  zone: v.nullable(zone),
  awayAfter: v.nullable(minutes),
  longTimerAfter: v.nullable(whole(1, 100)),
  notifications: v.array(v.picklist(['away', 'longTimer', 'nothingRunning', 'stopAt', 'pomodoro', 'goal'])),
  workingHours: v.pipe(v.array(v.nullable(minuteSpan)), v.length(7)),
  remindAfter: v.nullable(minutes),
  stopAt: v.nullable(whole(0, 24 * 60 - 1)),
  pomodoro: v.strictObject({
    on: v.boolean(),
    work: minutes,
    rest: minutes,
    longRest: minutes,
    rounds: whole(1, 20),
    autoStart: v.boolean(),
    restProjectId: v.nullable(id),
    sound: v.boolean(),
  }),
  goals: v.pipe(
    v.array(
      v.strictObject({
        projectId: v.nullable(id),
        per: v.picklist(['day', 'week']),
        ms: whole(60_000, 7 * 86_400_000),
      }),
    ),
    v.maxLength(100),
  ),
  rounding: v.strictObject({
    minutes: v.picklist([0, 1, 5, 6, 10, 15, 30, 60]),
    mode: v.picklist(['up', 'down', 'nearest']),
  }),
  ownName: v.pipe(v.string(), v.maxLength(500)),
  backupEvery: v.nullable(whole(1, 365)),
});

export const settingsCommands = [
  v.strictObject({ type: v.literal('settings.update'), changes: v.partial(settings), ratesFrom }),
] as const;
