import { useEffect, useState } from 'preact/hooks';

const present = (): string => location.hash.slice(1);

/** What stands behind `#` in the page's address, kept up to date. */
export function useHash(): string {
  const [hash, setHash] = useState(present);
  useEffect(() => {
    const changed = () => setHash(present());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash;
}
