import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A proof that stands elsewhere: the file below tests/ and the name of the test. */
type Proof = readonly [file: string, name: string];

const neverLoses = 'e2e/never-loses.spec.ts';
const commands = 'unit/background/commands.test.ts';

/** What people complain about most in other trackers, and the tests that keep it from being said of this one. */
const complaints: Readonly<Record<string, readonly Proof[]>> = {
  'the idle prompt is gone when the mouse moves, or the notification is closed': [
    ['e2e/away.spec.ts', 'the question about it waits through a stop of the worker, moving the mouse and a restart'],
    [neverLoses, 'away time is asked about once, the question survives a kill, and the answer is what was chosen'],
    [commands, 'the question outlives a stop and is then about the stopped entry'],
  ],
  'the idle prompt discarded or invented time': [
    ['unit/domain/away-answer.test.ts', 'not a moment is lost or invented'],
    [commands, 'Keep changes nothing but the question'],
  ],
  'a locked screen cut the entry back by the whole timeout': [
    ['unit/domain/away.test.ts', 'a lock shorter than the threshold is not asked about'],
    ['e2e/away.spec.ts', 'a short lock is not asked about'],
  ],
  'the worker was killed and time was lost': [
    [neverLoses, 'the worker stopped at random between start and stop loses nothing'],
    [neverLoses, 'a running timer survives SIGKILL and is the same afterwards'],
    ['unit/storage/two-copies.test.ts', 'a kill at any step loses nothing that was acknowledged'],
  ],
  'a timer was forgotten, and the automatic stop failed': [
    ['unit/domain/due.test.ts', 'a timer is long the set hours after its start'],
    [
      'e2e/set-times.spec.ts',
      'what was set for a time of day happens at that time, though the computer slept through it',
    ],
  ],
  'a phantom timer: two run, or one that was stopped runs on': [
    [neverLoses, '200 starts and stops at once from two windows: one timer, entries that share no time'],
    ['unit/model.test.ts', 'whatever a person does, in whatever order'],
  ],
  'sleep was counted as work': [
    [neverLoses, 'sleep is not counted silently: the timer is right afterwards and the popup asks'],
  ],
  'summer time, midnight and zones gave wrong hours': [
    ['e2e/days.spec.ts', 'time past midnight counts on the next day, and the two days make up the whole'],
    ['e2e/days.spec.ts', 'a change of zone while a timer runs changes no second'],
    [
      'unit/domain/split.test.ts',
      'is split where Temporal has the midnight, in every zone around every change of its clock',
    ],
    ['unit/domain/totals.test.ts', 'hold all time and every amount, each rounded once, in every zone'],
  ],
  'data or settings were lost by an update or a restore': [
    [neverLoses, 'an update to a higher version while a timer runs keeps it'],
    ['unit/storage/fixtures.test.ts', 'a database of version 1 opens with nothing lost'],
    ['e2e/data.spec.ts', 'a backup, later work, the backup restored, and back to the snapshot taken before'],
  ],
  'the start of the running entry cannot be changed': [
    ['e2e/track.spec.ts', 'the running entry is changed in place; a start in the future is refused'],
    [commands, 'an earlier start may shorten the entry before it, as the person asked'],
  ],
  'the shortcut starts the timer again instead of stopping it': [
    [commands, 'stops what runs, and a stop really stops'],
    ['e2e/drivers.spec.ts', 'the popup of the toolbar icon itself: a timer is started, seen and stopped in it'],
  ],
  'nothing can be stopped without a network': [
    ['e2e/silence.spec.ts', 'nothing leaves, whatever is opened, done, thrown, restarted or updated'],
  ],
  'Pomodoro alerts come late, or not at all, in the background': [
    ['unit/background/pomodoro.test.ts', 'ends the work when it was to end, however late the worker is'],
  ],
  'reminders come while a timer runs': [
    ['unit/domain/due.test.ts', 'is never said while something runs, and not until it is chosen'],
  ],
  'real files of other trackers cannot be imported': [
    ['unit/transfer/import-sources.test.ts', 'Clockify: month first is found from the whole column'],
    ['unit/transfer/import-broken.test.ts', 'dates nobody can have tracked are told by line, and the rest is imported'],
    ['e2e/data.spec.ts', 'a file of another tracker is looked at, imported by one button'],
  ],
  'entries can neither be added by hand nor corrected many at a time': [
    ['e2e/entries.spec.ts', 'an entry is added by hand as people write times'],
    ['unit/background/entries.test.ts', 'change project, tags and billable in one step'],
  ],
};

/** Those of which no browser warns at the installation. */
const quiet = ['storage', 'alarms', 'idle', 'contextMenus', 'activeTab', 'unlimitedStorage', 'offscreen', 'sidePanel'];

test('“too many permissions are asked for” is not said of this one', () => {
  const config = readFileSync(join(import.meta.dirname, '../../wxt.config.ts'), 'utf8');
  const asked = /\bpermissions: \[([^;]*?)\],\n/.exec(config)?.[1] ?? '';
  const names = [...asked.replace("browser === 'firefox'", '').matchAll(/'(\w+)'/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !quiet.includes(name ?? ''))).toEqual([]);
  expect(config).not.toMatch(/\bhost_permissions|content_scripts/);
});

test.each(Object.entries(complaints))('“%s” is not said of this one', (_, proofs) => {
  for (const [file, name] of proofs) {
    const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
    expect(text, `${file} has no test “${name}”`).toContain(name);
  }
});
