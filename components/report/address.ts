import type { View } from './views.ts';

type Id = View['id'];

/** `#reports?range=week` as the view's id and its choices. */
export function parseAddress(hash: string): { readonly id: string; readonly query: URLSearchParams } {
  const [id = '', query = ''] = hash.split('?', 2);
  return { id, query: new URLSearchParams(query) };
}

/** The address of a view with some of its choices changed; null takes one away. */
export function addressOf(
  id: Id,
  query: URLSearchParams,
  changes: Readonly<Record<string, string | null>> = {},
): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const choices = next.toString();
  return choices === '' ? `#${id}` : `#${id}?${choices}`;
}

/** Goes there as a step that the browser's Back takes back. */
export const goTo = (address: string): void => location.assign(address);

/** Goes there in place of where the person is: what is no step of its own. */
export const stayAt = (address: string): void => location.replace(address);
