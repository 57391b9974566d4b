import { useState } from 'preact/hooks';
import { currencyOfLocale } from '../../../lib/domain/locale.ts';
import type { Rate } from '../../../lib/domain/rate.ts';
import { moneyToType, typedMoney } from '../../../lib/domain/typed-money.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { moneyText } from '../../words-of-time.ts';
import { RateFrom, useRateFrom } from '../catalogue/RateFrom.tsx';
import { helpId, SettingRow } from '../SettingRow.tsx';
import { TypedSetting } from '../TypedSetting.tsx';
import { usePageOfOptions } from '../usePageOfOptions.ts';
import { useSettings } from '../useSettings.ts';

/** The rate of what has no other; a change asks from which day on. */
export function DefaultRate() {
  const { settings } = useSettings();
  const { defaultRate } = settings;
  const [asked, setAsked] = useState<{ readonly rate: Rate | null } | null>(null);
  const currency = settings.currency ?? defaultRate?.currency ?? currencyOfLocale(formatLocale());
  const show = (rate: Rate | null): string =>
    rate === null ? '' : moneyToType(rate.amount, rate.currency, formatLocale());
  const read = (text: string): { rate: Rate | null } | null => {
    if (text.trim() === '') return { rate: null };
    const amount = typedMoney(text, currency);
    return amount === null ? null : { rate: { amount, currency } };
  };
  return (
    <SettingRow id="default-rate" name={t('defaultHourlyRate')} help={t('defaultRateHelp')}>
      <TypedSetting
        id="default-rate"
        describedBy={helpId('default-rate')}
        value={{ rate: defaultRate }}
        show={({ rate }) => show(rate)}
        read={read}
        problem={t('useAnAmount')}
        onSave={setAsked}
      />
      <span class="muted">{currency}</span>
      {asked && <AskFrom rate={asked.rate} onClose={() => setAsked(null)} />}
    </SettingRow>
  );
}

function AskFrom({ rate, onClose }: { readonly rate: Rate | null; readonly onClose: () => void }) {
  const { commands } = usePageOfOptions();
  const from = useRateFrom();
  const save = () => {
    if (from.day === undefined) return;
    const command = { type: 'settings.update' as const, changes: { defaultRate: rate }, ratesFrom: from.day };
    void commands.run(command, ({ undo, entries }) => commands.say(t('rateSaved', entries), undo));
    onClose();
  };
  const title = rate ? t('newRateOf', moneyText(rate.amount, rate.currency)) : t('noRateFromNow');
  return (
    <Dialog label={title} onClose={onClose}>
      <form
        class="box"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2>{title}</h2>
        <RateFrom draft={from} />
        <div class="bar">
          <button class="btn" type="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button class="btn primary" type="submit">
            {t('saveRate')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
