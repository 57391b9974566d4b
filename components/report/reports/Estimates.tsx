import type { Estimate, Project } from '../../../lib/domain/catalogue.ts';
import { ALL_DAYS } from '../../../lib/domain/days.ts';
import { projectTally } from '../../../lib/domain/report/report.ts';
import type { Sum } from '../../../lib/domain/report/sum.ts';
import { t } from '../../../lib/platform/words.ts';
import { tallyTotals, useReading } from '../../hooks/useReading.ts';
import type { Formats } from './formats.ts';
import type { Names } from './names.ts';
import type { Base } from './useBase.ts';
import type { Report } from './useReport.ts';

interface Props {
  readonly report: Report;
  readonly base: Base;
}

type Estimated = Project & { readonly estimate: Estimate };

/** What projects of this report were expected to take, against all that was ever tracked for them. */
export function Estimates({ report, base }: Props) {
  const estimated = base.things.project.filter(
    (project): project is Estimated => project.estimate !== null && report.sums.projects.has(project.id),
  );
  const wanted = estimated.length > 0;
  const tracked = useReading(
    wanted
      ? async (parts) => {
          const tally = projectTally(base.scope);
          await tallyTotals(parts, ALL_DAYS, [tally]);
          return tally.sums;
        }
      : null,
    [report, wanted],
  ).value;
  if (!wanted || tracked === null) return null;
  const codes = base.names.codes(
    'project',
    estimated.map(({ id }) => id),
  );
  return (
    <section class="card estimates" aria-labelledby="estimates">
      <div class="card-h bare">
        <h2 id="estimates">{t('estimates')}</h2>
        <span class="fine">{t('estimatesHelp')}</span>
      </div>
      <ol class="rank">
        {fullest(estimated, tracked).map((project) => (
          <EstimateRow
            key={project.id}
            project={project}
            code={codes.get(project.id) ?? ''}
            sum={tracked.get(project.id)}
            names={base.names}
            formats={base.formats}
          />
        ))}
      </ol>
    </section>
  );
}

const shareOf = ({ estimate }: Estimated, sum: Sum | undefined): number => {
  const { spent, whole } = spentOf(estimate, sum);
  return whole === 0 ? 0 : spent / whole;
};

/** What is nearest its end, or furthest over it, comes first. */
const fullest = (projects: readonly Estimated[], tracked: ReadonlyMap<string, Sum>): Estimated[] =>
  projects.toSorted((a, b) => shareOf(b, tracked.get(b.id)) - shareOf(a, tracked.get(a.id)));

interface RowProps {
  readonly project: Estimated;
  readonly code: string;
  readonly sum: Sum | undefined;
  readonly names: Names;
  readonly formats: Formats;
}

function EstimateRow({ project, code, sum, names, formats }: RowProps) {
  const { estimate } = project;
  const { spent, whole } = spentOf(estimate, sum);
  const text = (value: number) =>
    'ms' in estimate ? formats.duration(value) : formats.money(value, estimate.currency);
  const part = shareOf(project, sum);
  const over = spent > whole;
  return (
    <li class={`c${project.colour}`}>
      <span class="code" aria-hidden="true">
        {code}
      </span>
      <span class="trunc">
        <span dir="auto">{project.name}</span> <span class="quiet">{names.detail('project', project.id)}</span>
      </span>
      <span class="num">
        {t('spentOf', text(spent), text(whole))}
        {over && (
          <>
            , <b>{t('overEstimate', text(spent - whole))}</b>
          </>
        )}
      </span>
      <span class="pc num">{formats.percent(part)}</span>
      <span class="trk" aria-hidden="true">
        <i style={{ width: `${Math.min(1, part) * 100}%` }} />
        {over && <s style={{ insetInlineStart: `${(whole / spent) * 100}%` }} />}
      </span>
    </li>
  );
}

/** Hours against hours, or money against money of the same currency. */
const spentOf = (estimate: Estimate, sum: Sum | undefined): { readonly spent: number; readonly whole: number } =>
  'ms' in estimate
    ? { spent: sum?.ms ?? 0, whole: estimate.ms }
    : { spent: sum?.money.get(estimate.currency)?.amount ?? 0, whole: estimate.amount };
