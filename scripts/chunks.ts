import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/**
 * Which code goes into which file. Every file more is some milliseconds, and every file that only another one names is a wait
 * of its own. The popup is opened a hundred times a day: it reads two scripts beside each other, whatever other pages
 * share with it. `popup-first` is all that its entry imports, `popup-content` what shows stored entries
 * (components/popup/lately-parts.ts). The report page reads two more: `report` for all its views, and `shared` for what
 * they have in common with other pages. Everything else is split as the bundler likes.
 */

interface ModuleInfo {
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
}

interface Graph {
  getModuleInfo(id: string): ModuleInfo | null;
}

const NATIVE = '\0native-browser';

const roots = [
  ['popup-first', 'entrypoints/popup/main.tsx'],
  ['popup-content', 'components/popup/lately-parts.ts'],
] as const;

/** Whether a module is imported, statically and through any number of others, by the one whose path ends so. */
function comesFrom(root: string, id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  if (id.endsWith(root)) return true;
  return (graph.getModuleInfo(id)?.importers ?? []).some((importer) => comesFrom(root, importer, graph, seen));
}

/** Only read when a file comes or goes. */
const apart = ['lib/transfer/index.ts', 'lib/transfer/folder.ts'];

/** The folders of the pages that use a module, sooner or later. */
function pagesOf(id: string, graph: Graph, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return new Set();
  seen.add(id);
  const page = /entrypoints\/(\w+)\/main\.tsx$/.exec(id)?.[1];
  if (page !== undefined) return new Set([page]);
  if (apart.some((path) => id.endsWith(path))) return new Set(['files']);
  const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(id) ?? {};
  return new Set([...importers, ...dynamicImporters].flatMap((importer) => [...pagesOf(importer, graph, seen)]));
}

function chunkOf(id: string, graph: Graph): string | null {
  if (/rolldown.runtime|wxt-html-plugins/.test(id)) return roots[0][0];
  if (id.endsWith('.css') || id.endsWith('.html')) return null;
  // An entry of its own must not run wherever something it shares is wanted.
  if (id.endsWith('/main.tsx') && !id.endsWith(roots[0][1])) return null;
  const root = roots.find(([, path]) => comesFrom(path, id, graph));
  if (root) return root[0];
  const pages = pagesOf(id, graph);
  if (!pages.has('report')) return null;
  return pages.size === 1 ? 'report-views' : 'shared';
}

/** Files fetched beside the scripts that a page names itself. */
const beside: Record<string, readonly string[]> = {
  popup: ['popup-content', 'rolldown-runtime'],
  report: ['report-views', 'shared', 'popup-content', 'rolldown-runtime'],
};

const groups = [...roots.map(([name]) => name), 'shared', 'report-views'].map((chunk, i, { length }) => ({
  debugName: chunk,
  priority: length - i,
  name: (id: string, graph: Graph) => (chunkOf(id, graph) === chunk ? chunk : null),
}));

/**
 * The build of the pages: the chunks above, the second of them fetched with the first, and the browser's own API. The
 * polyfill is for the worker's work; a page only asks, which both browsers do with promises by themselves, and it would be
 * a fifth of the popup's first script and more of what a waking worker reads first.
 */
export function leanPages(): Plugin {
  let pages = false;
  return {
    name: 'lean-pages',
    enforce: 'pre',
    config: ({ build }) =>
      build?.lib ? null : { build: { rollupOptions: { output: { codeSplitting: { groups } } } } },
    configResolved: ({ build }) => {
      pages = !build.lib || !String(build.lib.fileName).startsWith('late-work');
    },
    resolveId: (id) => (pages && id === 'webextension-polyfill' ? NATIVE : null),
    load: (id) => (id === NATIVE ? 'export default globalThis.browser ?? globalThis.chrome;' : null),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const pages = pagesIn(bundle);
        const all = pages.map(({ source }) => String(source));
        for (const page of pages) {
          page.source = sharedStylesFirst(String(page.source), all);
          const name = /(popup|sidepanel|report)(\/index)?\.html$/.exec(page.fileName)?.[1];
          if (name === undefined) continue;
          const html = withOneStylesheet(page.source, bundle, (asset) => this.emitFile(asset));
          page.source = html.replace('</head>', `${preloads(beside[name] ?? [], html, bundle)}</head>`);
        }
        dropUnused(bundle);
      },
    },
  };
}

function preloads(names: readonly string[], html: string, bundle: Bundle): string {
  const files = Object.values(bundle).flatMap((one) =>
    one.type === 'chunk' && names.includes(one.name) ? one.fileName : [],
  );
  const missing = files.filter((file) => !html.includes(file));
  return missing.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`).join('');
}

const pagesIn = (bundle: Bundle): Rolldown.OutputAsset[] =>
  Object.values(bundle).flatMap((one) => (one.type === 'asset' && one.fileName.endsWith('.html') ? [one] : []));

const styleLinks = /\s*<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;

/** The bundler names a page's own stylesheet before those it shares with others, which its own must overrule. */
function sharedStylesFirst(html: string, pages: readonly string[]): string {
  const users = (file = ''): number => pages.filter((page) => page.includes(file)).length;
  const sorted = [...html.matchAll(styleLinks)].toSorted(([, a], [, b]) => users(b) - users(a)).map(([link]) => link);
  return html.replace(styleLinks, () => sorted.shift() ?? '');
}

/** One file for all stylesheets of a page, asked for before its scripts: each file more is a later first paint. */
function withOneStylesheet(html: string, bundle: Bundle, emit: (asset: Rolldown.EmittedAsset) => void): string {
  const styles = [...html.matchAll(styleLinks)].flatMap(([, file]) => bundle[file ?? ''] ?? []);
  const text = styles.map((style) => (style.type === 'asset' ? String(style.source) : '')).join('');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const fileName = `assets/whole-${hash}.css`;
  emit({ type: 'asset', fileName, source: text });
  return html.replace(styleLinks, '').replace('<title>', `<link rel="stylesheet" href="/${fileName}"><title>`);
}

function dropUnused(bundle: Bundle): void {
  const pages = pagesIn(bundle).map(({ source }) => String(source));
  for (const { fileName } of Object.values(bundle)) {
    if (fileName.endsWith('.css') && !pages.some((html) => html.includes(fileName))) delete bundle[fileName];
  }
}
