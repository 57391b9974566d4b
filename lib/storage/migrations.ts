import type { Item } from './items.ts';

/** Version of the shapes in items.ts. Raise it together with a step below and a frozen copy in tests/fixtures. */
export const SCHEMA = 1;

/** Data written by a newer version of the extension: it is not read, and nothing is written. */
export class NewerSchema extends Error {}

/** `steps[0]` turns the value of an item of schema 1 into one of schema 2, and so on. */
export type MigrationStep = (key: string, value: unknown) => unknown;
const steps: readonly MigrationStep[] = [];

/** The item in today's shape. Pure, the same for both copies. @throws {NewerSchema} */
export function migrateItem(item: Item, through: readonly MigrationStep[] = steps, to: number = SCHEMA): Item {
  if (item.schema > to) throw new NewerSchema(`item ${item.key} has schema ${item.schema}`);
  if (item.schema === to) return item;
  const value = through.slice(item.schema - 1).reduce((old, step) => step(item.key, old), item.value);
  return { ...item, schema: to, value };
}
