import type { Project } from '../../lib/domain/catalogue.ts';
import type { Id, Work } from '../../lib/domain/entry.ts';
import type { Choice, WorkInput } from '../../lib/messaging/commands.ts';

/** Work while it is being typed; names stay in the catalogue. */
export interface WorkDraft {
  readonly description: string;
  readonly project: Choice | null;
  /** Of a project that is being created. */
  readonly client: Choice | null;
  readonly task: Choice | null;
  readonly tags: readonly Choice[];
  readonly billable: boolean;
}

export const emptyDraft: WorkDraft = {
  description: '',
  project: null,
  client: null,
  task: null,
  tags: [],
  billable: false,
};

/** What stands in the form before anything is typed: the project that is chosen for it in the settings. */
export function draftToBegin(defaultProjectId: Id | null, projects: ReadonlyMap<Id, Project>): WorkDraft {
  const project = defaultProjectId === null ? undefined : projects.get(defaultProjectId);
  return project && !project.archived
    ? { ...emptyDraft, project: { id: project.id }, billable: project.billable }
    : emptyDraft;
}

export const creates = (choice: Choice | null): choice is { create: string } => choice !== null && 'create' in choice;

export const keyOf = (choice: Choice): string => ('create' in choice ? `create ${choice.create}` : choice.id);

const chosen = (id: Id | null): Choice | null => (id === null ? null : { id });

export const draftOf = (work: Work): WorkDraft => ({
  description: work.description,
  project: chosen(work.projectId),
  client: null,
  task: chosen(work.taskId),
  tags: work.tagIds.map((id) => ({ id })),
  billable: work.billable,
});

/** A draft, or what of it changed, as a command takes it: a client goes only with a project that is being created. */
export function toInput<Draft extends Partial<WorkDraft>>(draft: Draft) {
  const { client, description, tags, ...rest } = draft;
  return {
    ...rest,
    ...(description === undefined ? {} : { description: description.trim() }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(client && creates(draft.project ?? null) ? { client } : {}),
  } as unknown as Draft extends WorkDraft ? WorkInput : Partial<WorkInput>; // what is optional in one is in the other
}

/** What else changes when another project is chosen: its tasks are others, and it may be billed differently. */
export function withProject(choice: Choice | null, projects: readonly Project[]): Partial<WorkDraft> {
  const project = choice && 'id' in choice ? projects.find(({ id }) => id === choice.id) : undefined;
  return { project: choice, client: null, task: null, ...(project ? { billable: project.billable } : {}) };
}
