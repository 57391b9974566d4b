import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { paintBadge, showCannotSave } from '../lib/background/badge.ts';
import { type MenuActions, makeMenu, onMenu } from '../lib/background/context-menu.ts';
import { armSnapshots, onSnapshotAlarm, snapshotBeforeUpdate } from '../lib/background/daily-snapshot.ts';
import { onDue, type StopAt, watchDue } from '../lib/background/due-watch.ts';
import { beat, readForBeat } from '../lib/background/heartbeat.ts';
import { noteIdleState, resumeIdleWatch } from '../lib/background/idle-watch.ts';
import { armMinute, onMinute } from '../lib/background/minute-alarm.ts';
import { openOnNotificationClick } from '../lib/background/notifications.ts';
import { onOmnibox } from '../lib/background/omnibox.ts';
import { onPomodoroAlarm, watchPomodoro } from '../lib/background/pomodoro-watch.ts';
import { setPopupPage } from '../lib/background/popup-page.ts';
import { readRunning } from '../lib/background/running-in-copy.ts';
import { commandTable } from '../lib/background/table.ts';
import { askOnce, listenForTelemetry } from '../lib/background/telemetry-listeners.ts';
import { recorderOf, telemetryTable } from '../lib/background/telemetry-table.ts';
import { route, routeTelemetry } from '../lib/messaging/router.ts';
import { browser } from '../lib/platform/browser.ts';
import { currentDay, now } from '../lib/platform/clock.ts';
import type { IdleState } from '../lib/platform/idle.ts';
import { offerLateScript } from '../lib/platform/late-script.ts';
import { withLock } from '../lib/platform/lock.ts';
import { onWake } from '../lib/platform/wakes.ts';
import { localCopy } from '../lib/storage/copy/copy.ts';
import { postNotice } from '../lib/storage/copy/notice-board.ts';
import { prepareSnapshot } from '../lib/storage/copy/prepare-snapshot.ts';
import { readPulse, rememberSession, sessionIsKnown } from '../lib/storage/copy/pulse.ts';
import { openDatabase } from '../lib/storage/database.ts';
import { Journal } from '../lib/storage/journal.ts';
import { JOURNAL_LOCK } from '../lib/storage/journal-lock.ts';
import { makeLate } from '../lib/storage/make-late.ts';
import { openTelemetry, postFrom } from '../lib/telemetry/index.ts';

/** Milliseconds; it opens a database of its own. */
const TELEMETRY_AFTER = 250;

export interface Work {
  /** What to say to a message of a page. */
  readonly answer: (message: unknown) => Promise<unknown>;
}

/** The worker: builds every part once, and listens to everything. */
function openWork(): Work {
  const journal = new Journal({
    database: openDatabase(makeLate),
    copy: localCopy,
    lock: (body) => withLock(JOURNAL_LOCK, body),
    onNotice: (notice) => void postNotice(notice),
  });

  /** Once in this worker's life, before its first command: was the browser closed, was nobody there? */
  let awake: Promise<void> | null = null;
  const wake = (): Promise<void> => {
    awake ??= wakeUp().catch((problem: unknown) => {
      awake = null;
      throw problem;
    });
    return awake;
  };
  async function wakeUp(): Promise<void> {
    const [sameSession, read] = await Promise.all([sessionIsKnown(), readForBeat(), readPulse()]);
    if (sameSession) return beat(journal, true, Promise.resolve(read));
    await journal.ready(true);
    await beat(journal, false);
    await rememberSession();
  }

  async function after(saved: boolean): Promise<void> {
    showCannotSave(!saved);
    await refresh();
  }
  async function refresh(): Promise<void> {
    const running = await readRunning();
    await Promise.all([
      beat(journal, true),
      armMinute(running, now()),
      paintBadge(),
      setPopupPage(),
      watchDue(stopAt),
      watchPomodoro(phaseElapsed),
    ]);
    await prepareSnapshot(currentDay());
  }

  const phaseElapsed = () => table['pomodoro.elapsed']({ type: 'pomodoro.elapsed' });
  const stopAt: StopAt = (end) => table['timer.stop']({ type: 'timer.stop', end });

  const telemetry = openTelemetry(import.meta.env.FIREFOX ? postFrom(browser.runtime.getURL('/post.html')) : undefined);
  listenForTelemetry(telemetry);
  const table = commandTable({ journal, wake, after, did: recorderOf(telemetry) });
  onMinute(() => void wake().then(refresh));
  onPomodoroAlarm(() => void wake().then(refresh));
  onDue(() => void wake().then(refresh));
  onSnapshotAlarm(journal);
  openOnNotificationClick();
  onWake(
    'idle',
    (state) =>
      void wake()
        .then(() => noteIdleState(journal, state as IdleState))
        .then(refresh),
  );
  onWake('command', (name) => {
    if (name === 'toggle-timer') void table['timer.toggle']({ type: 'timer.toggle' });
    if (name === 'continue-last') void table['timer.continueLast']({ type: 'timer.continueLast' });
  });
  const elsewhere: MenuActions = {
    start: (description) => table['timer.startText']({ type: 'timer.startText', description }),
    stop: () => table['timer.stop']({ type: 'timer.stop' }),
  };
  onMenu(elsewhere);
  onOmnibox(elsewhere);
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
  const woken = wake()
    .then(() => resumeIdleWatch(journal))
    .then(refresh, () => after(false))
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

export default defineUnlistedScript(() => offerLateScript('work', openWork));
