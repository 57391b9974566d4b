import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/**
 * Which of the popup's code goes into which file. The popup is opened a hundred times a day: it reads two scripts beside
 * each other, whatever other pages share with it. `popup-first` is all that its entry imports, `popup-content` what
 * shows stored entries (components/popup/lately-parts.ts). Everything else is split as the bundler likes.
 */

interface ModuleInfo {
  readonly importers: readonly string[];
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

const groups = roots.map(([name, root], i) => ({
  debugName: name,
  priority: roots.length - i,
  name: (id: string, graph: Graph) => {
    if (name === 'popup-first' && /rolldown.runtime|wxt-html-plugins/.test(id)) return name;
    // An entry of its own must not run wherever something it shares is wanted.
    const splits =
      id.endsWith('.css') || id.endsWith('.html') || (id.endsWith('/main.tsx') && !id.endsWith(roots[0][1]));
    return !splits && comesFrom(root, id, graph) ? name : null;
  },
}));

/**
 * The build of the pages: the chunks above, the second of them fetched with the first, and the browser's own API. The
 * polyfill is for the worker, whose listeners answer with promises; a page only asks, which both browsers do with
 * promises by themselves, and it would be a fifth of the popup's first script.
 */
export function leanPages(): Plugin {
  let pages = false;
  return {
    name: 'lean-pages',
    enforce: 'pre',
    config: ({ build }) =>
      build?.lib ? null : { build: { rollupOptions: { output: { codeSplitting: { groups } } } } },
    configResolved: ({ build }) => {
      // Late scripts listen to nobody either.
      pages = !build.lib || String(build.lib.fileName).startsWith('late-');
    },
    resolveId: (id) => (pages && id === 'webextension-polyfill' ? NATIVE : null),
    load: (id) => (id === NATIVE ? 'export default globalThis.browser ?? globalThis.chrome;' : null),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const page of Object.values(bundle)) {
          const name = /(popup|sidepanel)(\/index)?\.html$/.exec(page.fileName)?.[1];
          if (name === undefined || page.type !== 'asset') continue;
          const beside = name === 'popup' ? besidePopup(bundle) : [];
          const html = withOneStylesheet(String(page.source), bundle, (asset) => this.emitFile(asset));
          page.source = html.replace('</head>', `${beside.join('')}</head>`);
        }
        dropUnused(bundle);
      },
    },
  };
}

/** Links to what shows the entries, fetched with the first script. */
const besidePopup = (bundle: Bundle): string[] =>
  Object.values(bundle)
    .filter((one) => one.type === 'chunk' && ['popup-content', 'rolldown-runtime'].includes(one.name))
    .map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">`);

/** One file for all stylesheets of a page, asked for before its scripts: each file more is a later first paint. */
function withOneStylesheet(html: string, bundle: Bundle, emit: (asset: Rolldown.EmittedAsset) => void): string {
  const links = /\s*<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;
  const styles = [...html.matchAll(links)].flatMap(([, file]) => bundle[file ?? ''] ?? []);
  const text = styles.map((style) => (style.type === 'asset' ? String(style.source) : '')).join('');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const fileName = `assets/popup-whole-${hash}.css`;
  emit({ type: 'asset', fileName, source: text });
  return html.replace(links, '').replace('<title>', `<link rel="stylesheet" href="/${fileName}"><title>`);
}

function dropUnused(bundle: Bundle): void {
  const pages = Object.values(bundle).map((one) =>
    one.fileName.endsWith('.html') && one.type === 'asset' ? String(one.source) : '',
  );
  for (const { fileName } of Object.values(bundle)) {
    if (fileName.endsWith('.css') && !pages.some((html) => html.includes(fileName))) delete bundle[fileName];
  }
}
