import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that is read from disk when it is wanted first; null until then. */
export function useLazy<Props>(
  load: () => Promise<ComponentType<Props>>,
  wanted: boolean,
): ComponentType<Props> | null {
  const [component, setComponent] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    if (wanted && !component) void load().then((loaded) => setComponent(() => loaded));
  }, [wanted]);
  return component;
}
