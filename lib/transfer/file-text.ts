import { FileProblem } from './problem.ts';

/** A file of a million entries has some 90 MB; what is larger than this would not fit a page's memory. */
const LARGEST = 400_000_000;
const LOOKED_AT = 4096;

export interface FileText {
  readonly text: string;
  /** What it was read as, where it was not UTF-8; null: it was. */
  readonly encoding: string | null;
}

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte);

/** Which encoding a file says or shows that it has. */
function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[2] === 0 && bytes[1] !== 0) return 'utf-16be';
  return 'utf-8';
}

/** @throws {FileProblem} for what cannot be a text with entries */
function refuseOthers(bytes: Uint8Array, encoding: string): void {
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileProblem('archive');
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new FileProblem('binary');
  const text = new TextDecoder(encoding).decode(bytes);
  if (/^\s*<(!doctype|html|\?xml|head|body|table)/i.test(text)) throw new FileProblem('html');
  if (text.includes('\0')) throw new FileProblem('binary');
}

/** The text of a file somebody chose. @throws {FileProblem} when it is not a text, or too large */
export async function readText(file: Blob): Promise<FileText> {
  if (file.size === 0) throw new FileProblem('empty');
  if (file.size > LARGEST) throw new FileProblem('tooLarge');
  const bytes = new Uint8Array(await contents(file));
  const first = bytes.subarray(0, LOOKED_AT);
  const encoding = encodingOf(first);
  refuseOthers(first, encoding);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, encoding: encoding === 'utf-8' ? null : encoding.toUpperCase() };
  } catch {
    // a spreadsheet's "CSV" of old: every byte is a letter there
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

async function contents(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new FileProblem('notReadable'); // moved or changed since it was chosen
  }
}
