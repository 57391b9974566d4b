import { useEffect, useState } from 'preact/hooks';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { transfer } from '../../hooks/transfer.ts';
import { useJournalQueries } from '../../hooks/useJournal.ts';
import { counted } from './counted.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** `412 kB` in the locale's way. */
export function sizeText(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3) - 1);
  return new Intl.NumberFormat(formatLocale(), {
    style: 'unit',
    unit: units[power] ?? 'kilobyte',
    unitDisplay: 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** (power + 1));
}

/** How much there is and where it lies. Counted when the page opens, and after long work. */
export function Stored({ busy }: { readonly busy: boolean }) {
  const queries = useJournalQueries();
  const [stored, setStored] = useState<{ readonly entries: number; readonly bytes: number } | null>(null);
  useEffect(() => {
    const count = async () => {
      const { countEntries } = await transfer.read();
      const [entries, { usage = 0 }] = await Promise.all([countEntries(queries), navigator.storage.estimate()]);
      setStored({ entries, bytes: usage });
    };
    if (!busy) void count();
  }, [queries, busy]);
  if (!stored) return <p>{t('removalDeletes')}</p>;
  return <p>{t('storedHere', counted('entries', stored.entries), sizeText(stored.bytes))}</p>;
}
