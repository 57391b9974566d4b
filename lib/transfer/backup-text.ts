import { checksumText, crc32 } from '../storage/backup/crc32.ts';
import { FileProblem } from './problem.ts';

/** Read a piece at a time, so this is no matter of memory: some five million entries. */
const LARGEST = 2_000_000_000;
/** Entries pack to a tenth or a thirtieth; what packs tighter than this is made to burst. */
const TIGHTEST = 300;
const SUSPICIOUS = 20_000_000;
const PIECE = 500_000;

type Bytes = Uint8Array<ArrayBuffer>;

/** What a file is packed as, by its first bytes; null: not at all. */
async function packingOf(file: Blob): Promise<'gzip' | 'zip' | null> {
  const [first, second] = await bytesOf(file, 0, 2);
  if (first === 0x1f && second === 0x8b) return 'gzip';
  return first === 0x50 && second === 0x4b ? 'zip' : null;
}

async function bytesOf(file: Blob, from: number, to: number): Promise<Bytes> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    throw new FileProblem('notReadable'); // moved or changed since it was chosen
  }
}

async function* unpacked(file: Blob, packed: boolean): AsyncGenerator<Bytes> {
  let size = 0;
  const reader = (packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream()).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > LARGEST || (size > SUSPICIOUS && size > file.size * TIGHTEST)) throw new FileProblem('bomb');
      for (let at = 0; at < part.value.length; at += PIECE) yield part.value.subarray(at, at + PIECE);
    }
  } catch (problem) {
    if (problem instanceof FileProblem) throw problem;
    // cut off, or its own checksum is wrong; or it was moved or changed since it was chosen
    throw new FileProblem(packed && !(problem instanceof DOMException) ? 'damaged' : 'notReadable');
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

const TAIL = 64;
const checksumLine = /,\n"checksum":"(crc32:[0-9a-f]{8})"\}\s*$/;

/** Sums up bytes but for the last line, which says what the sum has to be. */
class Checksum {
  sum = 0;
  #tail = new Uint8Array();

  add(bytes: Bytes): void {
    const all = new Uint8Array(this.#tail.length + bytes.length);
    all.set(this.#tail);
    all.set(bytes, this.#tail.length);
    const end = Math.max(0, all.length - TAIL);
    this.sum = crc32(all.subarray(0, end), this.sum);
    this.#tail = all.slice(end);
  }

  /** @throws {FileProblem} when there is such a line and it says another */
  end(): number {
    const said = checksumLine.exec(new TextDecoder().decode(this.#tail));
    const covered = this.#tail.length - (said ? new TextEncoder().encode(said[0]).length : 0);
    this.sum = crc32(this.#tail.subarray(0, covered), this.sum);
    if (said && checksumText(this.sum) !== said[1]) throw new FileProblem('damaged');
    return this.sum;
  }
}

/**
 * The text of a backup, plain or packed, in pieces of whole lines; the checksum is verified at its end.
 * @returns the sum, which tells whether a file is still the same
 * @throws {FileProblem}
 */
export async function* backupText(file: Blob): AsyncGenerator<string, number> {
  if (file.size === 0) throw new FileProblem('empty');
  if (file.size > LARGEST) throw new FileProblem('tooLarge');
  const packing = await packingOf(file);
  if (packing === 'zip') throw new FileProblem('archive');
  const packed = packing === 'gzip';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Bytes): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new FileProblem(packed ? 'damaged' : 'notBackup');
    }
  };
  const checksum = new Checksum();
  let [parts, length]: [string[], number] = [[], 0];
  for await (const bytes of unpacked(file, packed)) {
    checksum.add(bytes);
    const part = decode(bytes);
    const end = part.lastIndexOf('\n') + 1;
    length += part.length;
    if (length < PIECE || end === 0) parts.push(part);
    else {
      yield parts.join('') + part.slice(0, end);
      [parts, length] = [[part.slice(end)], part.length - end];
    }
  }
  yield parts.join('') + decode();
  return checksum.end();
}

/** How long its text will be, about: a packed file ends with that. */
export async function textLengthOf(file: Blob): Promise<number> {
  const end = await bytesOf(file, Math.max(0, file.size - 4), file.size);
  return end.length === 4 && (await packingOf(file)) === 'gzip'
    ? new DataView(end.buffer).getUint32(0, true)
    : file.size;
}
