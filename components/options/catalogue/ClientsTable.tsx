import { useMemo } from 'preact/hooks';
import type { Client } from '../../../lib/domain/catalogue.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { moneyText } from '../../words-of-time.ts';
import { usePageOfOptions } from '../usePageOfOptions.ts';
import { type Column, ThingsTable } from './ThingsTable.tsx';
import { commonItems, isArchived, nameColumn, nameOf, type TableProps, useFound } from './table-parts.tsx';
import type { Catalogue } from './useCatalogue.ts';

interface Row extends Client {
  readonly projects: number;
}

export function ClientsTable({ catalogue, ...props }: TableProps & { readonly catalogue: Catalogue }) {
  const { commands } = usePageOfOptions();
  const { clients, projects, clientOf } = catalogue;
  const rows = useMemo(() => {
    const counts = Map.groupBy(projects, ({ clientId }) => clientId);
    return clients.map((client): Row => ({ ...client, projects: counts.get(client.id)?.length ?? 0 }));
  }, [catalogue]);
  const found = useFound(rows, props, nameOf, isArchived);
  return (
    <ThingsTable
      label={t('clients')}
      columns={columns()}
      rows={found}
      empty={t(clients.length === 0 ? 'noClientsYet' : 'nothingFound')}
      menu={(row) => {
        const client = clientOf.get(row.id) ?? row;
        return [
          { label: t('editThing'), run: () => props.onOpen({ show: 'client', client }) },
          ...commonItems({ kind: 'client', ...client }, commands, props.onOpen),
        ];
      }}
    />
  );
}

const columns = (): readonly Column<Row>[] => [
  nameColumn(t('client')),
  {
    id: 'projects',
    title: t('projects'),
    numbers: true,
    compare: (a, b) => a.projects - b.projects,
    cell: ({ projects }) => projects.toLocaleString(formatLocale()),
  },
  {
    id: 'rate',
    title: t('hourlyRate'),
    numbers: true,
    compare: (a, b) => (a.rate?.amount ?? -1) - (b.rate?.amount ?? -1),
    cell: ({ rate }) => (rate ? moneyText(rate.amount, rate.currency) : <span class="quiet">{t('noRate')}</span>),
  },
];
