import { useMemo } from 'preact/hooks';
import type { Project } from '../../../lib/domain/catalogue.ts';
import { percentOf, type TrackedOf } from '../../../lib/domain/estimate.ts';
import { type Rate, resolveRate } from '../../../lib/domain/rate.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { durationText } from '../../duration-text.ts';
import { ProjectMark } from '../../ui/ProjectMark.tsx';
import { moneyText } from '../../words-of-time.ts';
import { usePageOfOptions } from '../usePageOfOptions.ts';
import { useSettings } from '../useSettings.ts';
import { type Column, ThingsTable } from './ThingsTable.tsx';
import { Archived, byName, commonItems, isArchived, type TableProps, useFound } from './table-parts.tsx';
import type { Catalogue } from './useCatalogue.ts';

interface Row extends Project {
  readonly client: string;
  /** What an hour costs now, whoever says so. */
  readonly holds: Rate | null;
  /** Null while it is added up. */
  readonly tracked: TrackedOf | null;
}

export function ProjectsTable({ catalogue, ...props }: TableProps & { readonly catalogue: Catalogue }) {
  const { commands } = usePageOfOptions();
  const { settings } = useSettings();
  const { projects, clientOf, tracked } = catalogue;
  const rows = useMemo(
    () =>
      projects.map((project): Row => {
        const client = (project.clientId && clientOf.get(project.clientId)) || null;
        const holds = resolveRate(null, project, client, settings.defaultRate);
        return {
          ...project,
          client: client?.name ?? '',
          holds,
          tracked: tracked && (tracked.get(project.id) ?? nothingTracked),
        };
      }),
    [catalogue, settings.defaultRate],
  );
  const found = useFound(rows, props, ({ name, client }) => `${name} ${client}`, isArchived);
  return (
    <ThingsTable
      label={t('projectsAndClients')}
      columns={columns()}
      rows={found}
      empty={t(projects.length === 0 ? 'noProjectsYet' : 'nothingFound')}
      menu={(row) => {
        const project = projects.find(({ id }) => id === row.id) ?? row;
        return [
          { label: t('editThing'), run: () => props.onOpen({ show: 'project', project }) },
          { label: t('tasksOf'), run: () => props.onOpen({ show: 'tasks', project }) },
          ...commonItems({ kind: 'project', ...project }, commands, props.onOpen),
        ];
      }}
    />
  );
}

const nothingTracked: TrackedOf = { ms: 0, amounts: {} };
/** Percent of an estimate from which on a person is told quietly. */
const NEARLY = 80;

const columns = (): readonly Column<Row>[] => {
  const compare = byName();
  return [
    {
      id: 'name',
      title: t('project'),
      compare: (a, b) => compare(a.name, b.name),
      cell: ({ name, colour, archived }) => (
        <span class="pj">
          <ProjectMark colour={colour} />
          <span class="cut" dir="auto" title={name}>
            {name}
          </span>
          {archived && <Archived />}
        </span>
      ),
    },
    {
      id: 'client',
      title: t('client'),
      compare: (a, b) => compare(a.client, b.client),
      cell: ({ client }) => (
        <span class="cut" dir="auto" title={client}>
          {client}
        </span>
      ),
    },
    {
      id: 'rate',
      title: t('hourlyRate'),
      numbers: true,
      compare: (a, b) => earning(a) - earning(b),
      cell: ({ billable, holds }) => {
        if (!billable) return <span class="quiet">{t('notBillable')}</span>;
        return holds ? moneyText(holds.amount, holds.currency) : <span class="quiet">{t('noRate')}</span>;
      },
    },
    {
      id: 'tracked',
      title: t('trackedTime'),
      numbers: true,
      compare: (a, b) => (a.tracked?.ms ?? 0) - (b.tracked?.ms ?? 0),
      cell: (row) => <Tracked row={row} />,
    },
  ];
};

const earning = ({ billable, holds }: Row): number => (billable && holds ? holds.amount : -1);

/** The time, and below it how much of the estimate is used up. */
function Tracked({ row: { tracked, estimate } }: { readonly row: Row }) {
  if (!tracked) return null;
  const time = durationText(tracked.ms);
  if (!estimate) return <>{time}</>;
  const used = percentOf(estimate, tracked);
  const percent = new Intl.NumberFormat(formatLocale(), { style: 'percent' }).format(used / 100);
  const whole = 'ms' in estimate ? durationText(estimate.ms) : moneyText(estimate.amount, estimate.currency);
  return (
    <>
      {time}
      <span class={used < NEARLY ? 'est' : 'est warn'}>
        {t(used >= 100 ? 'estimateOver' : 'estimateUsed', percent, whole)}
      </span>
    </>
  );
}
