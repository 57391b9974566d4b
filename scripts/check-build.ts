import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIZE_BUDGETS } from '../bench/budgets.ts';
import { measureSizes, popupScripts } from '../bench/sizes.ts';

/** Fails when the built popup or worker has grown over its budget, or the popup reads what only the worker may. */

const folder = '.output/chrome-mv3';
const sizes = await measureSizes(folder);
const complaints: string[] = [];

for (const what of ['popup', 'popupContent', 'worker'] as const) {
  const line = `${what}: ${sizes[what]} bytes gzipped, at most ${SIZE_BUDGETS[what]}`;
  console.log(line);
  if (sizes[what] > SIZE_BUDGETS[what]) complaints.push(line);
}

/** Something each library says of itself, whatever its names were shortened to. */
const strangers = {
  Dexie: 'DexieError',
  PostHog: 'posthog',
  Sentry: '__sentry__',
  valibot: 'kind:`schema`',
  polyfill: 'webextension-polyfill',
};
const { first, beside } = await popupScripts(folder);
const text = [...first, ...beside].map((file) => readFileSync(join(folder, file), 'utf8').toLowerCase()).join('\n');
for (const [library, mark] of Object.entries(strangers)) {
  if (text.includes(mark.toLowerCase())) complaints.push(`the popup reads ${library} before it has shown its entries`);
}

/** A rule of each page's own stylesheet: it stands behind what the page shares with others, or those would win. */
const ownRule = {
  popup: '.pop-head{',
  sidepanel: '.pop-head{',
  options: '.swatches{',
  report: '.cal{',
  welcome: '.consent{',
};
for (const [page, rule] of Object.entries(ownRule)) {
  const html = readFileSync(join(folder, `${page}.html`), 'utf8');
  const files = [...html.matchAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)"/g)].map(([, file]) => file ?? '');
  const css = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  if (!css.includes('.f{') || css.indexOf(rule) < css.indexOf('.f{'))
    complaints.push(`${page}: its own styles come first`);
}

for (const complaint of complaints) console.error(`✗ ${complaint} (docs/architecture.md, "The popup’s scripts")`);
process.exitCode = complaints.length > 0 ? 1 : 0;
