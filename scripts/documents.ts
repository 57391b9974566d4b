import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { given, product } from '../lib/product.ts';
import { htmlOf } from './markdown.ts';

/** The documents about privacy, as pages of the extension: they can be read without asking any server. */

const ROOT = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

const documents = [
  { file: 'telemetry_policy', title: 'Telemetry policy' },
  { file: 'all_tracked_events', title: 'Event list' },
  { file: 'TELEMETRY_TRANSPARENCY', title: 'How it works and how to check it' },
  { file: 'privacy', title: 'Privacy and your rights' },
] as const;

const styles = ['tokens.css', 'base.css', 'page.css', 'document.css'];

/** Between the documents as pages; to the source where the product knows its address, else the words alone. */
function link(target: string, html: string): string {
  const [, name, place = ''] = /^([\w]+)\.md(#.*)?$/.exec(target) ?? [];
  if (documents.some(({ file }) => file === name)) return `<a href="${name}.html${place}">${html}</a>`;
  const repository = given(product.repository);
  const path = target.replace(/^(\.\.\/)+/, '');
  return repository ? `<a href="${repository}/blob/main/${path}">${html}</a>` : html;
}

function pageOf({ file, title }: (typeof documents)[number]): string {
  const others = documents.map((one) =>
    one.file === file
      ? `<li><a href="${one.file}.html" aria-current="page">${one.title}</a></li>`
      : `<li><a href="${one.file}.html">${one.title}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}, TimeTracker</title>
    <link rel="stylesheet" href="document.css" />
  </head>
  <body class="page document">
    <header><a class="brand" href="../options.html#privacy">TimeTracker, privacy</a><nav aria-label="Documents"><ul>${others.join('')}</ul></nav></header>
    <main>
${htmlOf(read(`docs/${file}.md`), link)}
    </main>
  </body>
</html>
`;
}

/** Of the stylesheets, which are made for all pages, the rules whose classes stand in a document. */
function stylesFor(html: string): string {
  const there = new Set([...html.matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names?.split(' ')));
  const applies = (selector: string): boolean =>
    [...selector.matchAll(/\.([a-z][\w-]*)/gi)].every(([, name]) => there.has(name));
  return styles
    .map((name) => read(`components/${name}`))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|^\s+/gm, '')
    .replace(/([^{}]+)\{[^{}]*\}\n?/g, (rule, selectors: string) => (selectors.split(',').some(applies) ? rule : ''))
    .replace(/@media[^{}]+\{\s*\}\n?/g, '');
}

/** What the build puts beside the other pages. */
export function documentPages(): { readonly relativeDest: string; readonly contents: string }[] {
  const pages = documents.map((one) => ({ relativeDest: `documents/${one.file}.html`, contents: pageOf(one) }));
  const css = stylesFor(pages.map(({ contents }) => contents).join(''));
  return [...pages, { relativeDest: 'documents/document.css', contents: css }];
}
