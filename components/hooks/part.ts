import { useEffect, useState } from 'preact/hooks';

/** Code that is read from disk beside the first script, and then there for good. */
export interface Part<Parts extends object> {
  readonly read: () => Promise<Parts>;
  /** What was read already. */
  readonly there: () => Parts | null;
  /** Null until it is wanted and read; a component that uses it is drawn again then. */
  readonly usePart: (wanted?: boolean) => Parts | null;
}

export function part<Parts extends object>(load: () => Promise<Parts>): Part<Parts> {
  let there: Parts | null = null;
  const read = async (): Promise<Parts> => {
    there ??= await load();
    return there;
  };
  const usePart = (wanted = true): Parts | null => {
    const [parts, setParts] = useState(there);
    useEffect(() => {
      if (wanted && !parts) void read().then(setParts);
    }, [wanted]);
    return parts;
  };
  return { read, there: () => there, usePart };
}
