import type { TimeEntry } from '../lib/domain/entry.ts';
import { t } from '../lib/platform/words.ts';

/** `Invoice 2026-014`, `Paid, invoice 2026-014`; empty for what is on none. */
export const invoiceText = ({ invoice }: TimeEntry): string => {
  if (!invoice) return '';
  return invoice.paid ? t('paidInvoice', invoice.number) : t('onInvoice', invoice.number);
};
