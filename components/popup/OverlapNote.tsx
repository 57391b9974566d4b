import type { Overlap } from '../../lib/domain/overlap.ts';
import { t } from '../../lib/platform/words.ts';
import { Note } from '../ui/Note.tsx';
import { descriptionInSentence, spanText } from '../words-of-time.ts';

interface Props {
  readonly id: string;
  readonly overlaps: readonly Overlap[];
  /** Whether the others are shortened on saving. */
  readonly trim: boolean;
  readonly onTrim: (trim: boolean) => void;
  /** A time that avoids the overlap, as words and what takes it. */
  readonly instead: { readonly label: string; readonly take: () => void } | null;
}

const MINUTE = 60_000;

/** Names what shares the time, and offers to shorten it, to keep both, or another time. Never in the way of saving. */
export function OverlapNote({ id, overlaps, trim, onTrim, instead }: Props) {
  const first = overlaps[0];
  if (!first) return null;
  const one = overlaps.length === 1;
  const name = descriptionInSentence(first.entry.description);
  const shared = spanText(
    Math.max(
      MINUTE,
      overlaps.reduce((ms, overlap) => ms + overlap.ms, 0),
    ),
  );
  const said = one ? t('overlapsOne', name, shared) : t('overlapsMore', name, overlaps.length, shared);
  const willTrim = one ? t('willShortenOne', name) : t('willShortenAll');
  return (
    <Note tone="warn" id={id}>
      {trim ? willTrim : said}
      <div class="links">
        {trim && <Choice label={t('keepBoth')} onClick={() => onTrim(false)} />}
        {!trim && instead && <Choice label={instead.label} onClick={instead.take} />}
        {!trim && overlaps.every((overlap) => overlap.canTrim) && (
          <Choice label={one ? t('shortenOne', name) : t('shortenAll')} onClick={() => onTrim(true)} />
        )}
      </div>
    </Note>
  );
}

const Choice = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button class="link" type="button" onClick={onClick}>
    {label}
  </button>
);
