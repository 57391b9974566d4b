import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Surface } from './drivers/surface.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** Rules that a page breaks, with where; empty when it is clean. */
async function violations(surface: Surface): Promise<string[]> {
  if (!(await surface.evaluate(() => 'axe' in globalThis))) await surface.run(axeSource);
  const found = await surface.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    // The names of buttons are settled in the design and say more than their text ("Edit …", "Continue …").
    return (await axe.run({ rules: { 'label-content-name-mismatch': { enabled: false } } })).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => String(node.target)).join(', ')}`);
}

/** Expects a state of a page to be clean, light and dark. */
export async function expectClean(surface: Surface, state: string): Promise<void> {
  // A colour that is still changing has no contrast of its own.
  await surface.setReducedMotion(true);
  for (const scheme of ['light', 'dark'] as const) {
    await surface.setColorScheme(scheme);
    expect(await violations(surface), `${state}, ${scheme}`).toEqual([]);
  }
}
