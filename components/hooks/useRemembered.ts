import { useState } from 'preact/hooks';

/** A state that is kept in this browser, beside the data: how a person likes to look at something. */
export function useRemembered(name: string): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(name) === 'true');
  const remember = (next: boolean): void => {
    localStorage.setItem(name, String(next));
    setOn(next);
  };
  return [on, remember];
}
