import { readFileSync } from 'node:fs';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The words of a language as a browser reads them: without what is said to translators. */
export function leanWords(path: string): string {
  const words = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Message>;
  const lean = Object.entries(words).map(([name, { message, placeholders }]) => {
    const contents = Object.entries(placeholders ?? {}).map(([key, { content }]) => [key, { content }]);
    return [name, { message, ...(placeholders ? { placeholders: Object.fromEntries(contents) } : {}) }];
  });
  return JSON.stringify(Object.fromEntries(lean));
}
