import type { TimeEntry } from '../../lib/domain/entry.ts';
import { invoiceText } from '../invoice-text.ts';
import { Icon } from './Icon.tsx';

/** A lock in a list, for what an invoice keeps as it is. */
export const InvoiceLock = ({ entry }: { readonly entry: TimeEntry }) =>
  entry.invoice?.locked ? (
    <span class="locked" title={invoiceText(entry)}>
      <Icon name="lock" size={12} />
      <span class="vh">{invoiceText(entry)}</span>
    </span>
  ) : null;
