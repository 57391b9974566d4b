import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { t } from '../../../lib/platform/words.ts';
import { Icon } from '../../ui/Icon.tsx';

/** `Invoice 2026-014` with a lock while it holds; nothing for what is on no invoice. */
export function InvoiceMark({ entry }: { readonly entry: TimeEntry }) {
  const { invoice } = entry;
  if (!invoice) return null;
  const word = invoice.paid ? t('paidInvoice', invoice.number) : t('onInvoice', invoice.number);
  return (
    <span class={invoice.paid ? 'pill sent' : 'pill'}>
      {invoice.locked && <Icon name="lock" size={12} />}
      <span dir="auto">{word}</span>
    </span>
  );
}
