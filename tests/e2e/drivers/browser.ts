import type { BrowserKind } from '../../../scripts/browsers.mjs';
import type { Surface } from './surface.ts';

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extensionDir: string;
  /** Kept between starts when it exists already. */
  readonly profileDir: string;
  readonly headless?: boolean;
  /** IANA name; without it the machine's. */
  readonly timeZone?: string;
  /** Lets `setClock` move the clock that the extension reads. */
  readonly movableClock?: boolean;
  /** More command line arguments for the browser. */
  readonly args?: readonly string[];
  /** More variables in the environment of the browser's process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Firefox only: more preferences. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
  /** Leaves the page open that the extension opens at its installation; else it is closed, so that no test meets it. */
  readonly keepWelcome?: boolean;
  /** Firefox only: certificate authority to trust, DER in base64. */
  readonly trust?: string;
}

/** A real browser with the extension in it. After `restart`, surfaces opened before are gone. */
export interface BrowserUnderTest {
  readonly kind: BrowserKind;
  /** Like `chrome-extension://<id>`; the same after every restart. */
  readonly origin: string;
  newSurface(): Promise<Surface>;
  /** The page that the extension opened at its installation; undefined when there is none. */
  welcome(): Promise<Surface | undefined>;
  /** Opens the real popup of the toolbar icon, where the browser lets a test reach it. */
  openPopup(): Promise<Surface>;
  /** Ends the worker (event page) as the browser does to an idle one. */
  stopWorker(): Promise<void>;
  workerRuns(): Promise<boolean>;
  /** Runs source text in the worker, which it wakes: lets a test stand in for a slow or failing disk. */
  inWorker(source: string): Promise<void>;
  /** Says that nobody has touched the computer for a minute, or that somebody has; only Chromium tells of a lock. */
  sayIdle(state: 'active' | 'idle' | 'locked'): Promise<void>;
  /** Presses the keys of a command of the manifest, wherever the focus is. */
  pressShortcut(command: string): Promise<void>;
  /** Gives or takes the browser's own permission to collect, as a person does on its add-ons page; where there is one. */
  setDataPermission(granted: boolean): Promise<void>;
  /** Takes the extension's folder again, as an update does once its version is higher. */
  reinstall(): Promise<void>;
  /** From now on the extension's clock differs from the real one by this much; needs `movableClock`. */
  setClock(offsetMs: number): Promise<void>;
  /** Stops all processes of the browser, as sleep does, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** SIGKILL to all processes of the browser. */
  kill(): Promise<void>;
  /** Starts again on the same profile; closes the browser first when it still runs. */
  restart(changes?: Partial<LaunchOptions>): Promise<void>;
  close(): Promise<void>;
  /** Settles when the browser has gone, whoever ended it. */
  gone(): Promise<void>;
}
