import type { Plugin } from 'vite';

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
    const splits = id.endsWith('.css') || id.endsWith('.html') || id.endsWith('/main.tsx');
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
        const html = Object.values(bundle).find(({ fileName }) => /popup(\/index)?\.html$/.test(fileName));
        if (html?.type !== 'asset') return;
        const beside = Object.values(bundle).filter(
          (one) => one.type === 'chunk' && ['popup-content', 'rolldown-runtime'].includes(one.name),
        );
        const links = beside.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">`);
        html.source = String(html.source).replace('</head>', `${links.join('')}</head>`);
      },
    },
  };
}
