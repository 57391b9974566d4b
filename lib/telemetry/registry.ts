import { covers, type PolicyVersion } from './policy.ts';

/** What each field means. An event holds no other. */
export const fieldMeanings = {
  user_id: 'Always 1: there is one person.',
  entry_id: 'Number of the time entry, counted from 1 in this installation.',
  project_id: 'Number of the project, counted from 1 in this installation.',
  task_id: 'Number of the task, counted from 1 in this installation.',
  client_id: 'Number of the client, counted from 1 in this installation.',
} as const;

export type FieldName = keyof typeof fieldMeanings;
/** `user_id` is added by the code that records; nobody passes it. */
export type GivenField = Exclude<FieldName, 'user_id'>;

interface EventRule {
  /** Completes "Recorded when …". */
  readonly when: string;
  /** Completes "Collected to …". */
  readonly why: string;
  readonly needs: readonly GivenField[];
  /** Fields that are there when the thing they name is. */
  readonly mayHave: readonly GivenField[];
  readonly since: PolicyVersion;
}

const entry = { needs: ['entry_id'], mayHave: ['project_id', 'task_id', 'client_id'], since: '3.0.0' } as const;
const client = { needs: ['client_id'], mayHave: [], since: '3.0.0' } as const;
const project = { needs: ['project_id'], mayHave: ['client_id'], since: '3.0.0' } as const;
const task = { needs: ['task_id'], mayHave: ['project_id'], since: '3.0.0' } as const;
const bare = { needs: [], mayHave: [], since: '3.0.0' } as const;

/** Every event there is. docs/all_tracked_events.md is made from this list. */
export const events = {
  'setup.completed': {
    when: '“Start tracking” is pressed on the welcome page',
    why: 'see how many people finish the setup',
    ...bare,
  },
  'timer.started': { when: 'a timer is started', why: 'see how much the timer is used', ...entry },
  'timer.stopped': {
    when: 'the running timer is stopped',
    why: 'see whether timers are stopped or forgotten',
    ...entry,
  },
  'timer.discarded': {
    when: 'the running timer is thrown away',
    why: 'see how often a timer is started by mistake',
    ...entry,
  },
  'timer.continued': {
    when: 'the work of an earlier entry is continued',
    why: 'see whether continuing is worth its place',
    ...entry,
  },
  'entry.created': {
    when: 'a time entry is added by hand, or made out of another',
    why: 'compare typed entries with timed ones',
    ...entry,
  },
  'entry.updated': { when: 'a time entry is changed', why: 'see how often entries need to be corrected', ...entry },
  'entry.deleted': { when: 'a time entry is deleted', why: 'see how often entries are thrown away', ...entry },
  'client.created': { when: 'a client is added', why: 'see whether clients are used', ...client },
  'client.updated': { when: 'a client is changed', why: 'see which parts of the catalogue are edited', ...client },
  'client.archived': { when: 'a client is archived', why: 'see whether archiving is found', ...client },
  'client.deleted': { when: 'a client is deleted', why: 'compare deleting with archiving', ...client },
  'project.created': { when: 'a project is added', why: 'see whether projects are used', ...project },
  'project.updated': { when: 'a project is changed', why: 'see which parts of the catalogue are edited', ...project },
  'project.archived': { when: 'a project is archived', why: 'see whether archiving is found', ...project },
  'project.deleted': { when: 'a project is deleted', why: 'compare deleting with archiving', ...project },
  'task.created': { when: 'a task is added', why: 'see whether tasks are used', ...task },
  'task.updated': { when: 'a task is changed', why: 'see which parts of the catalogue are edited', ...task },
  'task.status_changed': {
    when: 'a task is closed or opened again',
    why: 'see whether closing tasks is used',
    ...task,
  },
  'task.deleted': { when: 'a task is deleted', why: 'compare deleting with closing', ...task },
  'settings.updated': { when: 'a setting is changed', why: 'see whether the defaults need changing', ...bare },
  'idle.resolved': {
    when: 'the question about time away is answered',
    why: 'see whether the question is asked at the right moments',
    needs: [],
    mayHave: ['entry_id', 'project_id', 'task_id', 'client_id'],
    since: '3.0.0',
  },
  'report.viewed': { when: 'the report page is opened', why: 'see how much reports are used', ...bare },
  'export.created': { when: 'a report is exported', why: 'see whether exports are used', ...bare },
  'import.completed': { when: 'an import has finished', why: 'see whether people bring data along', ...bare },
  'backup.created': { when: 'a backup is downloaded', why: 'see whether people make backups', ...bare },
  'backup.restored': { when: 'a backup is restored', why: 'see whether backups are needed', ...bare },
  'telemetry.dashboard_viewed': {
    when: 'the privacy page is opened',
    why: 'see whether people look at what is sent',
    ...bare,
  },
  'telemetry.enabled': {
    when: 'telemetry is turned on',
    why: 'see how many people agree',
    ...bare,
  },
} as const satisfies Record<string, EventRule>;

export type EventName = keyof typeof events;
type Needed<N extends EventName> = (typeof events)[N]['needs'][number];
type Optional<N extends EventName> = (typeof events)[N]['mayHave'][number];

type Foreign<N extends EventName> = Exclude<GivenField, Needed<N> | Optional<N>>;

/** The fields an event of this name is recorded with: small whole numbers. Any other is a compile error. */
export type EventFields<N extends EventName> = { readonly [F in Needed<N>]: number } & {
  readonly [F in Optional<N>]?: number | null;
} & { readonly [F in Foreign<N>]?: never };

export const eventNames = Object.keys(events) as EventName[];
export const isEventName = (name: unknown): name is EventName =>
  typeof name === 'string' && Object.hasOwn(events, name);

/** The rule of an event, with its lists as plain lists. */
export const ruleOf = (name: EventName): EventRule => events[name];

/** The events that came after the policy version a person agreed to. */
export const eventsSince = (agreed: string): EventName[] =>
  eventNames.filter((name) => !covers(agreed, ruleOf(name).since));
