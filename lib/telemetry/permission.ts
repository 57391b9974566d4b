import { browser } from '../platform/browser.ts';

const KIND = 'technicalAndInteraction';

/** Firefox's answer; the field is absent in other browsers, and what they would throw on is never asked. */
async function granted(): Promise<readonly string[] | undefined> {
  const all: unknown = await browser.permissions.getAll();
  return (all as { readonly data_collection?: readonly string[] }).data_collection;
}

/** Whether the browser's own permission to collect is there, or there is none to have. */
export async function permitted(): Promise<boolean> {
  const kinds = await granted();
  return kinds === undefined || kinds.includes(KIND);
}

/** Whether this browser has such a permission. To be found out before the click: see `requestInClick`. */
export const hasPermission = async (): Promise<boolean> => (await granted()) !== undefined;

/** Asks in the browser's own words. First thing in a click, before anything is awaited; only where `hasPermission`. */
export function requestInClick(): Promise<boolean> {
  const kinds: unknown = { data_collection: [KIND] };
  return browser.permissions.request(kinds as Parameters<typeof browser.permissions.request>[0]);
}
