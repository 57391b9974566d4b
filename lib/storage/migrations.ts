import { defaultSettings } from '../domain/settings.ts';
import { type Change, isThingChange } from './changes.ts';
import type { Item } from './items.ts';

/** Version of the shapes in items.ts. Raise it together with a step below and a frozen copy in tests/fixtures. */
export const SCHEMA = 2;

/** Data written by a newer version of the extension: it is not read, and nothing is written. */
export class NewerSchema extends Error {}

/** `steps[0]` turns the value of an item of schema 1 into one of schema 2, and so on. */
export type MigrationStep = (key: string, value: unknown) => unknown;

type Values = readonly object[];
const noMore = { notes: '' };
const noMoreOfProject = { notes: '', code: null, estimate: null };

/** 2: notes, codes and estimates; more settings. */
const toSchema2: MigrationStep = (key, value) => {
  if (key === 'settings' && value !== null) return { ...defaultSettings, ...(value as object) };
  if (key.startsWith('client:')) return (value as Values).map((client) => ({ ...noMore, ...client }));
  if (key.startsWith('project:')) return (value as Values).map((project) => ({ ...noMoreOfProject, ...project }));
  return value;
};

const steps: readonly MigrationStep[] = [toSchema2];

/**
 * The item in today's shape. Items stand in both copies as they were written and change shape when they are read; only
 * the header says which version wrote last. Pure, the same for both copies. @throws {NewerSchema} */
export function migrateItem(item: Item, through: readonly MigrationStep[] = steps, to: number = SCHEMA): Item {
  if (item.schema > to) throw new NewerSchema(`item ${item.key} has schema ${item.schema}`);
  if (item.schema === to) return item;
  const value = through.slice(item.schema - 1).reduce((old, step) => step(item.key, old), item.value);
  return { ...item, schema: to, value };
}

/** The changes a commit of an older version kept for its undo, in today's shape. */
export function migrateChanges(changes: readonly Change[], schema: number): readonly Change[] {
  if (schema === SCHEMA) return changes;
  const migrate = (key: string, value: unknown): unknown => migrateItem({ key, n: 0, schema, value }).value;
  const migrated = (change: Change, value: unknown): unknown => {
    if (change.kind === 'entry' || value === null) return value;
    return isThingChange(change) ? (migrate(`${change.kind}:`, [value]) as Values)[0] : migrate(change.kind, value);
  };
  return changes.map(
    (change) =>
      ({ ...change, before: migrated(change, change.before), after: migrated(change, change.after) }) as Change,
  );
}
