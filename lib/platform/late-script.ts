const lateScripts = ['work', 'databases', 'sinks'] as const;
export type LateScript = (typeof lateScripts)[number];

/** What late scripts have brought, by their name. */
const offered = (): Record<string, object> => {
  const scope = globalThis as typeof globalThis & { lateScripts?: Record<string, object> };
  scope.lateScripts ??= {};
  return scope.lateScripts;
};

/** Called by a late script when it runs: what it brings is made once, however often it is read. */
export function offerLateScript(name: LateScript, make: () => object): void {
  offered()[name] ??= make();
}

declare function importScripts(path: string): void;

/** A page reads scripts as modules, a service worker may not: it has a way of its own. */
async function run(name: LateScript): Promise<void> {
  if (typeof importScripts === 'function') importScripts(`/late-${name}.js`);
  else await import(/* @vite-ignore */ `/late-${name}.js`);
}

/**
 * Reads a script with libraries that is one file for the worker and all pages, once in the life of each. The bundler would
 * put the libraries into the worker, which parses them at every waking, and once more beside the pages.
 */
export async function lateScript<Parts extends object>(name: LateScript): Promise<Parts> {
  if (!(name in offered())) await run(name);
  return offered()[name] as Parts; // offered by the script of that name
}

/**
 * A service worker may later read only what it has read while it was installed, from the browser's own copy. To be
 * called at once when the worker starts.
 */
export function keepLateScripts(): void {
  addEventListener('install', () => {
    for (const name of lateScripts) importScripts(`/late-${name}.js`);
  });
}
