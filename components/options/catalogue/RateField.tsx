import { useState } from 'preact/hooks';
import { currencyOfLocale } from '../../../lib/domain/locale.ts';
import type { Rate } from '../../../lib/domain/rate.ts';
import { moneyToType, typedMoney } from '../../../lib/domain/typed-money.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { useSettings } from '../useSettings.ts';

export interface MoneyDraft {
  readonly text: string;
  readonly currency: string;
  /** Null: none is typed; undefined: what is typed is no amount. */
  readonly value: Rate | null | undefined;
  readonly change: (part: { text?: string; currency?: string }) => void;
}

/** An amount and its currency while they are typed. */
export function useMoney(stored: Rate | null): MoneyDraft {
  const { settings } = useSettings();
  const [draft, setDraft] = useState(() => ({
    text: stored ? moneyToType(stored.amount, stored.currency, formatLocale()) : '',
    currency:
      stored?.currency ?? settings.currency ?? settings.defaultRate?.currency ?? currencyOfLocale(formatLocale()),
  }));
  const amount = typedMoney(draft.text, draft.currency);
  const empty = draft.text.trim() === '';
  return {
    ...draft,
    value: empty ? null : amount === null ? undefined : { amount, currency: draft.currency },
    change: (part) => setDraft((before) => ({ ...before, ...part })),
  };
}

export const sameMoney = (a: Rate | null, b: Rate | null | undefined): boolean =>
  b !== undefined && a?.amount === b?.amount && a?.currency === b?.currency;

interface Props {
  readonly id: string;
  readonly label: string;
  readonly draft: MoneyDraft;
  /** What holds while nothing is typed. */
  readonly placeholder?: string;
}

export function MoneyField({ id, label, draft, placeholder }: Props) {
  const { text, currency, value, change } = draft;
  return (
    <div class="f">
      <label for={id}>{label}</label>
      <div class="row">
        <input
          class="in num"
          type="text"
          id={id}
          inputMode="decimal"
          autocomplete="off"
          placeholder={placeholder}
          value={text}
          aria-invalid={value === undefined ? 'true' : undefined}
          aria-describedby={value === undefined ? `${id}-error` : undefined}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
        <select
          class="in currency"
          aria-label={t('currency')}
          value={currency}
          onChange={({ currentTarget }) => change({ currency: currentTarget.value })}
        >
          {Intl.supportedValuesOf('currency').map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </select>
      </div>
      {value === undefined && (
        <p class="bad" id={`${id}-error`} role="alert">
          {t('useAnAmount')}
        </p>
      )}
    </div>
  );
}
