import { browser } from './browser.ts';

/** Everything that starts the worker, and what it then says. */
interface Wakes {
  /** Name of the alarm. */
  alarm: [name: string];
  /** `active`, `idle` or `locked`. */
  idle: [state: string];
  /** Name of the shortcut. */
  command: [name: string];
  startup: [];
  installed: [];
  permissions: [];
  notification: [];
  menu: [clicked: Clicked];
  omniboxStarted: [];
  omniboxChanged: [text: string, offer: (suggestions: Suggestion[]) => void];
  omniboxEntered: [text: string];
}

export interface Clicked {
  readonly item: string | number;
  readonly selection: string | undefined;
  /** Of the tab that was clicked in. */
  readonly title: string | undefined;
}

interface Suggestion {
  content: string;
  description: string;
}

type Listeners = { [K in keyof Wakes]?: ((...said: Wakes[K]) => void)[] };

/** Of this worker; scripts that are read later share it. */
function listeners(): Listeners {
  const scope = globalThis as typeof globalThis & { wakeListeners?: Listeners };
  scope.wakeListeners ??= {};
  return scope.wakeListeners;
}

export function onWake<K extends keyof Wakes>(what: K, listener: (...said: Wakes[K]) => void): void {
  const all: { [P in K]?: ((...said: Wakes[P]) => void)[] } = listeners();
  all[what] = [...(all[what] ?? []), listener];
}

export const onAlarm = (name: string, listener: () => void): void =>
  onWake('alarm', (rang) => {
    if (rang === name) listener();
  });

/**
 * Passes on what starts the worker to those who listen once `read` has brought them. To be called at once when the worker
 * starts: the browser remembers what is listened to then.
 */
export function passOnWakes(read: () => Promise<unknown>): void {
  const tell = <K extends keyof Wakes>(what: K, ...said: Wakes[K]): void =>
    void read().then(() => {
      for (const listener of listeners()[what] ?? []) listener(...said);
    });
  browser.alarms.onAlarm.addListener(({ name }) => tell('alarm', name));
  browser.idle.onStateChanged.addListener((state) => tell('idle', state));
  browser.commands.onCommand.addListener((name) => tell('command', name));
  browser.runtime.onStartup.addListener(() => tell('startup'));
  browser.runtime.onInstalled.addListener(() => tell('installed'));
  browser.permissions.onAdded.addListener(() => tell('permissions'));
  browser.permissions.onRemoved.addListener(() => tell('permissions'));
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) =>
    tell('menu', { item: menuItemId, selection: selectionText, title: tab?.title }),
  );
  browser.omnibox.onInputStarted.addListener(() => tell('omniboxStarted'));
  browser.omnibox.onInputChanged.addListener((text, offer) => tell('omniboxChanged', text, offer));
  browser.omnibox.onInputEntered.addListener((text) => tell('omniboxEntered', text));
  // The permission is optional: where it is not there yet, neither is what it gives.
  const notifications = browser.notifications as typeof browser.notifications | undefined;
  notifications?.onClicked.addListener(() => tell('notification'));
}
