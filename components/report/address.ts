/** `#reports?range=week` as the view's id and its choices. */
export function parseAddress(hash: string): { readonly id: string; readonly query: URLSearchParams } {
  const [id = '', query = ''] = hash.split('?', 2);
  return { id, query: new URLSearchParams(query) };
}
