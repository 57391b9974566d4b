import type { AwayCause, AwayQuestion, AwaySpan } from '../../lib/domain/away.ts';
import type { Instant, RunningEntry } from '../../lib/domain/entry.ts';
import { elapsed } from '../../lib/domain/timer.ts';
import { t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { descriptionInSentence, spanText } from '../words-of-time.ts';
import { whenText } from './sentences.ts';

/** What the choices are told from. Milliseconds. */
export interface AwayFacts {
  readonly spans: number;
  readonly away: number;
  /** Where the first away time began. */
  readonly begins: Instant;
  /** Length of the entry if the away time counts. */
  readonly whole: number;
  /** Work before the first away time. */
  readonly before: number;
  /** All work until the last away time began. */
  readonly worked: number;
}

export function awayFacts(running: RunningEntry, { spans }: AwayQuestion, now: Instant): AwayFacts {
  const away = spans.reduce((ms, span) => ms + span.end - span.start, 0);
  const begins = spans[0]?.start ?? running.start;
  const last = spans.at(-1);
  const earlier = away - (last ? last.end - last.start : 0);
  return {
    spans: spans.length,
    away,
    begins,
    whole: elapsed(running, now),
    before: begins - running.start,
    worked: (last?.start ?? running.start) - running.start - earlier,
  };
}

/** When it was and what was running, then what is known of the reason. */
export function awaySentence(running: RunningEntry, { spans }: AwayQuestion, now: Instant): string {
  const { zone } = running;
  const start = whenText(spans[0]?.start ?? now, zone, now);
  const end = whenText(spans.at(-1)?.end ?? now, zone, now);
  const named = running.description.trim() !== '';
  const name = descriptionInSentence(running.description);
  if (spans.length > 1) {
    return named ? t('awayMore', start, end, spans.length, name) : t('awayMoreUnnamed', start, end, spans.length);
  }
  const what = named ? t('awayOne', start, end, name) : t('awayOneUnnamed', start, end);
  return [what, reason(spans[0]?.cause ?? 'away')].filter(Boolean).join(' ');
}

const reasons = { closed: 'awayClosed', asleep: 'awayAsleep', idle: 'awayIdle', locked: 'awayLocked' } as const;

const reason = (cause: AwayCause): string => (cause === 'away' ? '' : t(reasons[cause]));

const spanWords = {
  closed: 'awaySpanClosed',
  asleep: 'awaySpanAsleep',
  idle: 'awaySpanIdle',
  locked: 'awaySpanLocked',
  away: 'awaySpanLine',
} as const;

export const awaySpanLine = ({ start, end, cause }: AwaySpan, zone: string, now: Instant): string =>
  t(spanWords[cause], whenText(start, zone, now), whenText(end, zone, now), spanText(end - start));

/** What a choice leaves, said before it is taken. */
export function resultOf(choice: 'keep' | 'discard' | 'split', facts: AwayFacts): string {
  const one = facts.spans === 1;
  switch (choice) {
    case 'keep':
      return t('keepResult', durationText(facts.whole));
    case 'discard':
      return one ? t('discardResult', durationText(facts.before)) : t('discardMoreResult', durationText(facts.worked));
    case 'split':
      return one ? t('splitResult', spanText(facts.away)) : t('splitMoreResult', facts.spans, spanText(facts.away));
  }
}
