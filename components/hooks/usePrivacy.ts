import { useEffect, useState } from 'preact/hooks';
import { openPrivacyView, type PrivacyView } from '../../lib/telemetry/view.ts';

let view: Promise<PrivacyView> | null = null;

/** What there is to read of telemetry. Opened once a page. */
export function privacyView(): Promise<PrivacyView> {
  view ??= openPrivacyView();
  return view;
}

/**
 * What `body` reads, kept up to date; null while it is loading.
 * @param inputs what `body` depends on; while it is read anew for others, the last answer stands
 */
export function usePrivacy<T>(body: (view: PrivacyView) => Promise<T>, inputs: readonly unknown[]): T | null {
  const [shown, setShown] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    let asked = 0;
    let answered = 0;
    const read = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const value = await body(await privacyView());
      if (mine < answered) return; // a later read has answered already
      answered = mine;
      setShown({ value });
    };
    const watching = privacyView().then((opened) => opened.watch(() => void read()));
    return () => {
      answered = Number.POSITIVE_INFINITY;
      void watching.then((stop) => stop());
    };
  }, inputs);
  return shown === null ? null : shown.value;
}
