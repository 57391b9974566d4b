import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import words from '../../../public/_locales/en/messages.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../../..');

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node below this one, and itself. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  if (!isNode(value)) return;
  yield value;
  for (const field of Object.values(value)) yield* nodesOf(field);
}

/** The keys a first argument can stand for: itself, or either end of a choice. */
function keysOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'ConditionalExpression') return [...keysOf(node.consequent), ...keysOf(node.alternate)];
  return node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];
}

interface Asking {
  readonly file: string;
  readonly key: string;
  readonly values: number;
}

function askingsIn(file: string): Asking[] {
  const { program } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'));
  return [...nodesOf(program)].flatMap(({ type, callee, arguments: given }) => {
    if (type !== 'CallExpression' || !isNode(callee) || callee.name !== 't' || !Array.isArray(given)) return [];
    const [first, ...values] = given;
    if (values.some((value) => isNode(value) && value.type === 'SpreadElement')) return [];
    return keysOf(first).map((key) => ({ file, key, values: values.length }));
  });
}

/** Given one too many, as a spare for a sentence that needs fewer, by what chooses between them. */
const spare = new Set(['clockWithAGap']);

test('every sentence is given a value for each of its places', () => {
  const askings = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT }).flatMap(askingsIn);
  expect(askings.length).toBeGreaterThan(500);
  const places = (key: string) =>
    Object.keys((words as Record<string, { placeholders?: object }>)[key]?.placeholders ?? {}).length;
  const wrong = askings.filter(({ key, values }) => places(key) !== values && !spare.has(key));
  expect(wrong).toEqual([]);
});
