import type { Billed, ReportFilter } from '../../../lib/domain/report/filter.ts';
import { prepareSearch, search } from '../../../lib/domain/search.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import type { Option } from '../../ui/Listbox.tsx';

interface Props {
  readonly filter: ReportFilter;
  readonly onFilter: (filter: ReportFilter) => void;
}

const billedNames: Readonly<Record<Billed, Word>> = { open: 'notInvoiced', invoiced: 'invoiced', paid: 'paid' };
const billedKinds = ['open', 'invoiced', 'paid'] as const;

/** Words for what is chosen, one after the other. */
export const billingWords = ({ billable, billed }: ReportFilter): string[] => [
  ...(billable === null ? [] : [t(billable ? 'billable' : 'notBillable')]),
  ...billed.map((one) => t(billedNames[one])),
];

/** Billable or not, and how it stands with invoices. */
export function BillingFilter({ filter, onFilter }: Props) {
  const { billable, billed } = filter;
  const options: readonly Option[] = [
    { key: 'yes', label: t('billable'), selected: billable === true },
    { key: 'no', label: t('notBillable'), selected: billable === false },
    ...billedKinds.map((key) => ({
      key,
      label: t(billedNames[key]),
      selected: billed.includes(key),
      group: t('invoice'),
    })),
  ];
  const index = prepareSearch(options, ({ label }) => label);
  const choose = ({ key }: Option): void => {
    const kind = billedKinds.find((one) => one === key);
    if (kind) {
      onFilter({ ...filter, billed: billed.includes(kind) ? billed.filter((one) => one !== kind) : [...billed, kind] });
    } else {
      const asked = key === 'yes';
      onFilter({ ...filter, billable: billable === asked ? null : asked });
    }
  };
  return (
    <Combobox
      id="filter-billing"
      label={t('billing')}
      labelHidden
      many
      placeholder={t('billableAndNot')}
      text={billingWords(filter).join(', ') || t('billableAndNot')}
      options={(query) => search(index, query).map(({ item, ranges }) => ({ ...item, ranges }))}
      onOpen={() => undefined}
      onChoose={choose}
    />
  );
}
