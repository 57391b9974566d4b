import { useState } from 'preact/hooks';
import type { Colour, Project } from '../../../lib/domain/catalogue.ts';
import { nextColour } from '../../../lib/domain/colours.ts';
import type { Choice, CommandOf } from '../../../lib/messaging/commands.ts';
import { t } from '../../../lib/platform/words.ts';
import { type EstimateDraft, useEstimate } from './EstimateField.tsx';
import { type MoneyDraft, sameMoney, useMoney } from './RateField.tsx';
import { type RateFromDraft, useRateFrom } from './RateFrom.tsx';
import type { Catalogue } from './useCatalogue.ts';
import { useSaving } from './useSaving.ts';

interface Draft {
  readonly name: string;
  readonly client: Choice | null;
  readonly colour: Colour;
  readonly billable: boolean;
  readonly code: string;
  readonly notes: string;
}

export interface ProjectEditing {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly rate: MoneyDraft;
  readonly estimate: EstimateDraft;
  readonly from: RateFromDraft;
  /** Whether the rate of entries could change: then it is asked from which day on. */
  readonly asksFrom: boolean;
  readonly complete: boolean;
  readonly problem: string | null;
  readonly submit: () => void;
}

const blank = ({ projects }: Catalogue): Draft => ({
  name: '',
  client: null,
  colour: nextColour(projects.map(({ colour }) => colour)),
  billable: true,
  code: '',
  notes: '',
});

const draftOf = ({ name, clientId, colour, billable, code, notes }: Project): Draft => ({
  name,
  client: clientId ? { id: clientId } : null,
  colour,
  billable,
  code: code ?? '',
  notes,
});

export function useProjectEditing(project: Project | null, catalogue: Catalogue, onClose: () => void): ProjectEditing {
  const [draft, setDraft] = useState(() => (project ? draftOf(project) : blank(catalogue)));
  const rate = useMoney(project?.rate ?? null);
  const estimate = useEstimate(project?.estimate ?? null);
  const from = useRateFrom();
  const { save, problem, busy } = useSaving(onClose);
  const movedClient = JSON.stringify(draft.client) !== JSON.stringify(project ? draftOf(project).client : null);
  const asksFrom = project !== null && (!sameMoney(project.rate, rate.value) || (movedClient && !project.rate));
  const { name, client, code, ...rest } = draft;
  const submit = () => {
    if (rate.value === undefined || estimate.value === undefined || from.day === undefined) return;
    const fields = {
      ...rest,
      name,
      client,
      code: code.trim() || null,
      rate: rate.value,
      estimate: estimate.value,
    } as CommandOf<'project.create'>['fields'];
    if (!project) return save({ type: 'project.create', fields }, () => t('madeThing', name.trim()));
    const ratesFrom = asksFrom ? from.day : null;
    save({ type: 'project.update', id: project.id, changes: fields, ratesFrom }, ({ entries }) =>
      entries > 0 ? t('savedThingAndEntries', name.trim(), entries) : t('savedThing', name.trim()),
    );
  };
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    rate,
    estimate,
    from,
    asksFrom,
    complete: !busy && name.trim() !== '',
    problem,
    submit,
  };
}
