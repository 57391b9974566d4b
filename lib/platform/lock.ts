/** Runs `body` while no other context of the extension holds `name`; waits for its turn. */
export function withLock<T>(name: string, body: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, body) as Promise<T>;
}
