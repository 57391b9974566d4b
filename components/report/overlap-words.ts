import type { Id, Span, TimeEntry } from '../../lib/domain/entry.ts';
import { overlapsOf } from '../../lib/domain/overlap.ts';
import { t } from '../../lib/platform/words.ts';
import { descriptionInSentence } from '../words-of-time.ts';

/** "It overlaps with Stand-up." after what was done; an overlap is named and never in the way. */
export function withOverlap(text: string, span: Span, near: readonly TimeEntry[], except: Id): string {
  const [over] = overlapsOf(span, near, except);
  return over ? `${text} ${t('overlapsToo', descriptionInSentence(over.entry.description))}` : text;
}
