import { useState } from 'preact/hooks';
import type { Day } from '../../../lib/domain/entry.ts';
import { dateOrderOfLocale } from '../../../lib/domain/locale.ts';
import { typedDate } from '../../../lib/domain/typed-date.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { dateText } from '../../popup/entry-times.ts';

/** From which day on a changed rate counts. */
export interface RateFromDraft {
  readonly since: boolean;
  readonly text: string;
  /** Null: only entries made from now on; undefined: what is typed is no day. */
  readonly day: Day | null | undefined;
  readonly change: (part: { since?: boolean; text?: string }) => void;
}

export function useRateFrom(): RateFromDraft {
  const today = Temporal.Now.plainDateISO().toString();
  const locale = formatLocale();
  const [draft, setDraft] = useState({ since: false, text: dateText(today, today, locale) });
  const read = typedDate(draft.text, { today, locale, order: dateOrderOfLocale(locale) });
  const typed = 'day' in read ? read.day : undefined;
  return {
    ...draft,
    day: draft.since ? typed : null,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
  };
}

/** Asked when a rate is changed: what is recorded already never moves by itself. */
export function RateFrom({ draft }: { readonly draft: RateFromDraft }) {
  const { since, text, day, change } = draft;
  return (
    <fieldset class="rate-from">
      <legend class="n">{t('newRateCounts')}</legend>
      <label class="row">
        <input type="radio" name="rate-from" checked={!since} onChange={() => change({ since: false })} />
        {t('newRateForNew')}
      </label>
      <div class="row">
        <label class="row">
          <input type="radio" name="rate-from" checked={since} onChange={() => change({ since: true })} />
          {t('newRateSince')}
        </label>
        <input
          class="in"
          type="text"
          aria-label={t('newRateFirstDay')}
          aria-invalid={day === undefined ? 'true' : undefined}
          autocomplete="off"
          disabled={!since}
          value={text}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      </div>
      {day === undefined && (
        <p class="bad" role="alert">
          {t('useADate', dateText(Temporal.Now.plainDateISO().toString(), '2000-01-01', formatLocale()))}
        </p>
      )}
      <p class="h">{t('newRateHelp')}</p>
    </fieldset>
  );
}
