import { useEffect, useState } from 'preact/hooks';
import { privacyView } from '../../hooks/usePrivacy.ts';
import { bytesText } from '../../privacy/words-of-privacy.ts';

/** Adding them up reads the whole log, so it is done when the page is drawn, and again when the log has been still for a while. */
const STILL = 1000;

export function BytesKept({ rows }: { readonly rows: number }) {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    const add = async (): Promise<void> => {
      const sum = await privacyView().bytesKept();
      if (wanted) setBytes(sum);
    };
    const timer = setTimeout(() => void add(), bytes === null ? 0 : STILL);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [rows]);
  return <>{bytes === null ? '…' : bytesText(bytes)}</>;
}
