import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showCannotSave } from '../lib/background/badge.ts';
import { type MenuActions, makeMenu, onMenu } from '../lib/background/context-menu.ts';
import { armSnapshots, onSnapshotAlarm, snapshotBeforeUpdate } from '../lib/background/daily-snapshot.ts';
import { noteIdleState, resumeIdleWatch } from '../lib/background/idle-watch.ts';
import { openOnNotificationClick } from '../lib/background/notifications.ts';
import { onOmnibox } from '../lib/background/omnibox.ts';
import { onRefreshAlarm, refresh } from '../lib/background/refresh.ts';
import { commandTable } from '../lib/background/table.ts';
import { askOnce, listenForTelemetry } from '../lib/background/telemetry-listeners.ts';
import { recorderOf, telemetryTable } from '../lib/background/telemetry-table.ts';
import { waking } from '../lib/background/waking.ts';
import { type CommandTable, route, routeTelemetry } from '../lib/messaging/router.ts';
import { browser } from '../lib/platform/browser.ts';
import type { IdleState } from '../lib/platform/idle.ts';
import { offerLateScript } from '../lib/platform/late-script.ts';
import { onWake } from '../lib/platform/wakes.ts';
import type { Journal } from '../lib/storage/journal.ts';
import { openJournal } from '../lib/storage/open-journal.ts';
import { openTelemetry, postFrom, type Telemetry } from '../lib/telemetry/index.ts';

/** Milliseconds; it opens a database of its own. */
const TELEMETRY_AFTER = 250;

export interface Work {
  /** What to say to a message of a page. */
  readonly answer: (message: unknown) => Promise<unknown>;
}

interface Parts {
  readonly journal: Journal;
  readonly table: CommandTable;
  readonly telemetry: Telemetry;
  readonly wake: () => Promise<void>;
  readonly refreshed: () => Promise<void>;
}

/** The worker: builds every part once, and listens to everything. */
function openWork(): Work {
  const journal = openJournal();
  const telemetry = openTelemetry(import.meta.env.FIREFOX ? postFrom(browser.runtime.getURL('/post.html')) : undefined);
  const wake = waking(journal);
  const table = commandTable({ journal, wake, after, did: recorderOf(telemetry) });
  const refreshed = () => refresh(journal, table);
  async function after(saved: boolean): Promise<void> {
    showCannotSave(!saved);
    await refreshed();
  }

  listenForTelemetry(telemetry);
  listenToBrowser({ journal, table, telemetry, wake, refreshed });
  listenToPerson(table);
  const woken = wake()
    .then(() => resumeIdleWatch(journal))
    .then(refreshed, () => after(false))
    .then(armSnapshots);
  // last: what a person waits for goes first
  void woken.finally(() => setTimeout(() => void telemetry.start(), TELEMETRY_AFTER));
  const telemetryAnswers = telemetryTable(telemetry);
  return {
    async answer(message) {
      const answer = await routeTelemetry(telemetryAnswers, message);
      return answer === undefined ? route(table, message) : answer;
    },
  };
}

function listenToBrowser({ journal, telemetry, wake, refreshed }: Parts): void {
  onRefreshAlarm(() => void wake().then(refreshed));
  onSnapshotAlarm(journal);
  onWake(
    'idle',
    (state) =>
      void wake()
        .then(() => noteIdleState(journal, state as IdleState))
        .then(refreshed),
  );
  onWake('startup', () => {
    void wake();
    void makeMenu();
  });
  onWake('installed', () => {
    void wake();
    void makeMenu();
    void snapshotBeforeUpdate(journal).catch(() => undefined); // unreadable data is told where it is shown
    void askOnce(telemetry).catch(() => undefined); // no window to open it in: the next start asks
  });
}

/** What a person does outside the extension's pages. */
function listenToPerson(table: CommandTable): void {
  const elsewhere: MenuActions = {
    start: (description) => table['timer.startText']({ type: 'timer.startText', description }),
    stop: () => table['timer.stop']({ type: 'timer.stop' }),
  };
  onMenu(elsewhere);
  onOmnibox(elsewhere);
  openOnNotificationClick();
  onWake('command', (name) => {
    if (name === 'toggle-timer') void table['timer.toggle']({ type: 'timer.toggle' });
    if (name === 'continue-last') void table['timer.continueLast']({ type: 'timer.continueLast' });
  });
}

export default defineUnlistedScript(() => offerLateScript('work', openWork));
