import { readFileSync } from 'node:fs';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const named = /\$(\w+)\$/g;

/** A sentence with `$1` in place of the name that translators read there: browsers take both. */
const numbered = ({ message, placeholders = {} }: Message): string =>
  message.replace(named, (name, key: string) => placeholders[key.toLowerCase()]?.content ?? name);

/** The words of a language as a browser reads them: without what is said to translators. */
export function leanWords(path: string): string {
  const words = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Message>;
  const lean = Object.entries(words).map(([name, message]) => [name, { message: numbered(message) }]);
  return JSON.stringify(Object.fromEntries(lean));
}
