// Functions that run inside Firefox's own window and do what a person does there. They are sent as text.

interface UserIdleService {
  resetIdleTimeOut(sinceMs: number): void;
  addIdleObserver(observer: () => void, seconds: number): void;
  removeIdleObserver(observer: () => void, seconds: number): void;
}

interface TextInputProcessor {
  beginInputTransactionForTests(window: object): boolean;
  keydown(key: KeyboardEvent): number;
  keyup(key: KeyboardEvent): boolean;
}

interface Manifest {
  readonly commands: Record<string, { readonly suggested_key: { readonly default: string } }>;
}

declare const Cc: Record<
  string,
  { getService<Service>(type: unknown): Service; createInstance<Instance>(type: unknown): Instance }
>;
declare const Ci: Record<string, unknown>;
interface Extension {
  readonly manifest: Manifest;
  readonly startupData: { readonly idleDetectionInterval?: number };
}

declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } };
declare const gURLBar: { focus(): void };
declare const gBrowser: {
  readonly selectedBrowser: { focus(): void };
};

/** After how many seconds without a touch the extension has asked to be told. */
export function idleThreshold(id: string): number | null {
  return WebExtensionPolicy.getByID(id).extension.startupData.idleDetectionInterval ?? null;
}

/** Firefox's own count of how long nobody has touched the computer is set; settles when it has told everybody. */
export async function touch(lately: boolean): Promise<void> {
  const service = Cc['@mozilla.org/widget/useridleservice;1']?.getService<UserIdleService>(
    Ci.nsIUserIdleServiceInternal,
  );
  if (!service) throw new Error('Firefox does not count');
  if (!lately) service.resetIdleTimeOut(61_000);
  // Only who has been told that somebody left is told that they are back; a listener that is new is told a moment later.
  await new Promise<void>((told) => {
    service.addIdleObserver(function observe() {
      service.removeIdleObserver(observe, 60);
      told();
    }, 60);
  });
  if (lately) service.resetIdleTimeOut(0);
}

/** Presses the keys that the manifest suggests for a command, in the address bar. */
export function pressShortcut({ id, command }: { id: string; command: string }): void {
  const chord = WebExtensionPolicy.getByID(id).extension.manifest.commands[command]?.suggested_key.default;
  const keyboard = Cc['@mozilla.org/text-input-processor;1']?.createInstance<TextInputProcessor>(
    Ci.nsITextInputProcessor,
  );
  if (!chord || !keyboard) throw new Error(`no keys for ${command}`);
  // A page would be asked first whether it wants the keys.
  gURLBar.focus();
  keyboard.beginInputTransactionForTests(window);
  const codes: Record<string, number> = { Alt: 18, Shift: 16, Ctrl: 17 };
  const keys = chord
    .split('+')
    .map((key) => new KeyboardEvent('', { key, keyCode: codes[key] ?? key.charCodeAt(0), bubbles: true }));
  for (const key of keys) keyboard.keydown(key);
  for (const key of keys.toReversed()) keyboard.keyup(key);
  gBrowser.selectedBrowser.focus();
}
