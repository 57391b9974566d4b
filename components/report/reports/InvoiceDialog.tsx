import { useState } from 'preact/hooks';
import type { Day } from '../../../lib/domain/entry.ts';
import { dateOrderOfLocale } from '../../../lib/domain/locale.ts';
import { shortDay } from '../../../lib/domain/report/range-text.ts';
import { typedDate } from '../../../lib/domain/typed-date.ts';
import { t } from '../../../lib/platform/words.ts';
import type { Commands } from '../../popup/useCommands.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { amountLines, type Formats } from './formats.ts';
import { InvoicedPart } from './InvoicedPart.tsx';
import type { Report } from './useReport.ts';
import { type Billing, type Shown, useShownEntries } from './useShownEntries.ts';

interface Props {
  readonly report: Report;
  readonly formats: Formats;
  readonly commands: Commands;
  readonly onClose: () => void;
}

/** What the report shows, put on an invoice, marked as paid, or unlocked on purpose. */
export function InvoiceDialog({ report, formats, commands, onClose }: Props) {
  const billing = useShownEntries(report).value;
  return (
    <Dialog label={t('invoiceTitle')} onClose={onClose}>
      <div class="invoice">
        <h2>{t('invoiceTitle')}</h2>
        {billing ? (
          <Parts billing={billing} formats={formats} commands={commands} onClose={onClose} />
        ) : (
          <p class="muted">{t('loadingEntries')}</p>
        )}
      </div>
    </Dialog>
  );
}

export const sumWords = ({ sum, entries }: Shown, formats: Formats): string =>
  [
    entries.length === 1 ? t('oneEntryAlone') : t('entriesAlone', formats.number(entries.length)),
    formats.duration(sum.ms),
    ...amountLines(sum, formats),
  ].join(', ');

interface PartsProps extends Omit<Props, 'report'> {
  readonly billing: Billing;
}

function Parts({ billing, formats, commands, onClose }: PartsProps) {
  const { open, invoiced, notBillable } = billing;
  return (
    <>
      {open.entries.length > 0 ? (
        <>
          <p>
            {t('onNoInvoice', sumWords(open, formats))}
            {notBillable > 0 && ` ${t('ofTheseNotBillable', formats.number(notBillable))}`}
          </p>
          <InvoiceForm shown={open} formats={formats} commands={commands} onDone={onClose} />
        </>
      ) : (
        <p>{t('allOnInvoices')}</p>
      )}
      {invoiced.entries.length > 0 && (
        <InvoicedPart shown={invoiced} formats={formats} commands={commands} onDone={onClose} />
      )}
      <button class="btn ghost" type="button" onClick={onClose}>
        {t('cancel')}
      </button>
    </>
  );
}

interface FormProps {
  readonly shown: Shown;
  readonly formats: Formats;
  readonly commands: Commands;
  readonly onDone: () => void;
}

function InvoiceForm({ shown, formats, commands, onDone }: FormProps) {
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [paid, setPaid] = useState(false);
  const [asked, setAsked] = useState(false);
  const day = dayTyped(date, formats);
  const missing = asked && number.trim() === '' ? t('giveANumber') : null;
  const mark = (event: Event): void => {
    event.preventDefault();
    setAsked(true);
    if (number.trim() === '' || day === null) return;
    void commands.run(
      { type: 'entries.invoice', entries: [...shown.addresses], number: number.trim(), day, paid },
      ({ undo }) => {
        commands.say(t('saidInvoiced', formats.number(shown.entries.length), number.trim()), undo);
        onDone();
      },
    );
  };
  return (
    <form class="invoice-form" onSubmit={mark}>
      <TextField id="invoice-number" label={t('invoiceNumber')} value={number} error={missing} onInput={setNumber} />
      <TextField
        id="invoice-date"
        label={t('date')}
        value={date ?? shortDay(formats.today, formats)}
        error={day === null ? t('useADate', shortDay(formats.today, formats)) : null}
        onInput={setDate}
      />
      <label class="row">
        <input
          class="check"
          type="checkbox"
          checked={paid}
          onChange={(event) => setPaid(event.currentTarget.checked)}
        />
        {t('alreadyPaid')}
      </label>
      <button class="btn primary" type="submit">
        {shown.entries.length === 1 ? t('markOneInvoiced') : t('markInvoiced', formats.number(shown.entries.length))}
      </button>
    </form>
  );
}

function dayTyped(text: string | null, formats: Formats): Day | null {
  if (text === null) return formats.today;
  const found = typedDate(text, {
    today: formats.today,
    locale: formats.locale,
    order: dateOrderOfLocale(formats.locale),
  });
  return 'day' in found ? found.day : null;
}
