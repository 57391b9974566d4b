import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { invoiceText } from '../../invoice-text.ts';
import { Icon } from '../../ui/Icon.tsx';

/** `Invoice 2026-014` with a lock while it holds; nothing for what is on no invoice. */
export function InvoiceMark({ entry }: { readonly entry: TimeEntry }) {
  const { invoice } = entry;
  if (!invoice) return null;
  return (
    <span class={invoice.paid ? 'pill sent' : 'pill'}>
      {invoice.locked && <Icon name="lock" size={12} />}
      <span dir="auto">{invoiceText(entry)}</span>
    </span>
  );
}
