/** What late scripts have brought, by their name. */
const offered = (): Record<string, object> => {
  const scope = globalThis as typeof globalThis & { lateScripts?: Record<string, object> };
  scope.lateScripts ??= {};
  return scope.lateScripts;
};

/** Called by a late script when it runs. */
export function offerLateScript(name: LateScript, parts: object): void {
  offered()[name] = parts;
}

const lateScripts = ['worker-databases', 'worker-sinks'] as const;
export type LateScript = (typeof lateScripts)[number];

declare function importScripts(path: string): void;

/** Reads a script of the service worker, once in its life. */
export async function lateScript<Parts extends object>(name: LateScript): Promise<Parts> {
  if (!(name in offered())) importScripts(`/${name}.js`);
  return offered()[name] as Parts; // offered by the script of that name
}

/**
 * A service worker may later read only what it has read while it was installed, from the browser's own copy. To be
 * called at once when the worker starts.
 */
export function keepLateScripts(): void {
  addEventListener('install', () => {
    for (const name of lateScripts) importScripts(`/${name}.js`);
  });
}
