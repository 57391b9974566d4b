import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const TESTS = resolve(import.meta.dirname, '../..');

/** The numbers a test's name begins with: `P04 P19 turning it off …`; `P08–P12` stands for all between. */
function numbersIn(title: string): number[] {
  const [head = ''] = /^(?:P\d\d(?:–P\d\d)?\s)+/.exec(title) ?? [];
  return [...head.matchAll(/P(\d\d)(?:–P(\d\d))?/g)].flatMap(([, first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i),
  );
}

function numbersOf(pattern: string): Set<number> {
  const texts = globSync(pattern, { cwd: TESTS }).map((file) => readFileSync(resolve(TESTS, file), 'utf8'));
  const titles = texts.flatMap((text) => [...text.matchAll(/(?:test|it|describe)(?:\.\w+)?\(\s*'([^']+)'/g)]);
  return new Set(titles.flatMap(([, title = '']) => numbersIn(title)));
}

const all = Array.from({ length: 29 }, (_, i) => i + 1);

test('each of the 29 promises of the policy has a test whose name begins with its number', () => {
  const proved = numbersOf('**/*.{test,spec}.ts');
  expect(all.filter((number) => !proved.has(number))).toEqual([]);
});

test('what a promise says of behaviour is tested in real browsers', () => {
  // the others are about documents: the list of events, its rules, keeping times elsewhere
  const inBrowsers = numbersOf('e2e/*.spec.ts');
  const aboutDocuments = [15];
  expect(all.filter((number) => !inBrowsers.has(number) && !aboutDocuments.includes(number))).toEqual([]);
});
