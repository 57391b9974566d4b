import { type Fields, isFields } from './backup-shape.ts';
import { backupText, textLengthOf } from './backup-text.ts';
import { FileProblem } from './problem.ts';

const ENTRIES = '"entries":[\n';
/** Of JSON that is laid out in another way than ours: more does not fit a text in Chromium. */
const LARGEST_AT_ONCE = 500_000_000;

/** Some of a backup: what stands before the entries, then some entries at a time, then what stands after them. */
export type Piece =
  | { readonly kind: 'head'; readonly head: Fields }
  | { readonly kind: 'entries'; readonly entries: readonly unknown[]; readonly share: number }
  | { readonly kind: 'foot'; readonly foot: Fields; readonly sum: number };

/** Whole lines, one piece after the other. */
class Lines {
  readonly #text: AsyncGenerator<string, number>;
  /** Of everything, once the last line was read. */
  sum = 0;
  /** Characters so far. */
  read = 0;

  constructor(file: Blob) {
    this.#text = backupText(file);
  }

  async next(): Promise<string | null> {
    const { done, value } = await this.#text.next();
    if (done) this.sum = value;
    else this.read += value.length;
    return done ? null : value;
  }
}

/** Where a line begins with this; -1: nowhere. */
const lineWith = (start: string, lines: string): number => `\n${lines}`.indexOf(`\n${start}`);

const damaged = (): never => {
  throw new FileProblem('damaged');
};

/**
 * What stands in a backup. Our layout has an entry a line and is read some lines at a time; other JSON of the same content is
 * read at once. @throws {FileProblem}
 */
export async function* backupPieces(file: Blob): AsyncGenerator<Piece> {
  const lines = new Lines(file);
  const length = await textLengthOf(file);
  const { before, after } = await upToEntries(lines);
  if (after === null) return yield* atOnce(before, lines.sum);
  yield { kind: 'head', head: fieldsIn(`${before}"entries":[]}`) };
  const some = (text: string): Piece => ({ kind: 'entries', entries: listIn(text), share: lines.read / length });
  let these = after;
  let end = lineWith(']', these);
  for (; end < 0; end = lineWith(']', these)) {
    yield some(these);
    these = (await lines.next()) ?? damaged();
  }
  yield some(these.slice(0, end));
  const rest = [these.slice(end)];
  for (let more = await lines.next(); more !== null; more = await lines.next()) rest.push(more);
  yield { kind: 'foot', foot: fieldsIn(`{"entries":[${rest.join('')}`), sum: lines.sum };
}

async function upToEntries(lines: Lines): Promise<{ before: string; after: string | null }> {
  const before: string[] = [];
  for (let these = await lines.next(); these !== null; these = await lines.next()) {
    const at = lineWith(ENTRIES, these);
    if (at >= 0) return { before: before.join('') + these.slice(0, at), after: these.slice(at + ENTRIES.length) };
    if (lines.read > LARGEST_AT_ONCE) throw new FileProblem('tooLarge');
    before.push(these);
  }
  return { before: before.join(''), after: null };
}

function* atOnce(json: string, sum: number): Generator<Piece> {
  const { entries, ...head } = fieldsIn(json);
  yield { kind: 'head', head };
  if (!Array.isArray(entries)) damaged();
  yield { kind: 'entries', entries: entries as unknown[], share: 1 };
  yield { kind: 'foot', foot: {}, sum };
}

const listIn = (lines: string): unknown[] => parsed(`[${lines.trimEnd().replace(/,$/, '')}]`) as unknown[];

function fieldsIn(json: string): Fields {
  const fields = parsed(json);
  if (!isFields(fields)) throw new FileProblem('notBackup');
  return fields;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new FileProblem(/^\s*\{|^\[/.test(json) ? 'damaged' : 'notBackup');
  }
}
