import { parseArgs } from 'node:util';

export const USAGE = `npm run bench -- [options]
  --entries 100,100000,1000000   stored entries to measure with, besides none (default: 100,100000)
  --samples N                    readings of each (default: 20; fewer are only for trying it out)
  --idle MINUTES                 also leave it alone for so long, with and without a timer (default: 0, off)
  --subject FOLDER               an unpacked extension instead of a fresh build
  --no-build                     the build that is there
  --no-docs                      leave docs/benchmarks.md as it is`;

export interface Options {
  readonly entries: readonly number[];
  readonly samples: number;
  readonly idle: number;
  readonly subject: string | null;
  readonly build: boolean;
  readonly docs: boolean;
}

function numberOf(text: string, what: string, least: number): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number < least) throw new Error(`${what}: ${text}?\n${USAGE}`);
  return number;
}

/** @throws with the usage when an option is not known */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      entries: { type: 'string', default: '100,100000' },
      samples: { type: 'string', default: '20' },
      idle: { type: 'string', default: '0' },
      subject: { type: 'string' },
      build: { type: 'boolean', default: true },
      docs: { type: 'boolean', default: true },
    },
  });
  const entries = values.entries.split(',').map((text) => Math.floor(numberOf(text, '--entries', 0)));
  return {
    entries: [...new Set([0, ...entries])].sort((a, b) => a - b),
    samples: Math.floor(numberOf(values.samples, '--samples', 1)),
    idle: numberOf(values.idle, '--idle', 0),
    subject: values.subject ?? null,
    build: values.build && values.subject === undefined,
    docs: values.docs,
  };
}
