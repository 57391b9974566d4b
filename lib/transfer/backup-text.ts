import { checksumText, crc32 } from '../storage/backup/crc32.ts';
import { FileProblem } from './problem.ts';

/** What a backup may unpack to: a million entries have some 350 MB. More does not fit a text in Chromium. */
const LARGEST = 500_000_000;
/** Entries pack to a tenth or a thirtieth; what packs tighter than this is made to burst. */
const TIGHTEST = 300;
const SUSPICIOUS = 20_000_000;

async function unpacked(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > LARGEST || (size > SUSPICIOUS && size > file.size * TIGHTEST)) throw new FileProblem('bomb');
      parts.push(new Uint8Array(part.value));
    }
  } catch (problem) {
    void reader.cancel().catch(() => undefined);
    if (problem instanceof FileProblem) throw problem;
    throw new FileProblem('damaged'); // cut off, or its own checksum is wrong
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const TAIL = 64;
const checksumLine = /,\n"checksum":"(crc32:[0-9a-f]{8})"\}\s*$/;

/** The text of a backup, plain or packed, its checksum verified where it has one. @throws {FileProblem} */
export async function readBackupText(file: Blob): Promise<string> {
  if (file.size === 0) throw new FileProblem('empty');
  if (file.size > LARGEST) throw new FileProblem('tooLarge');
  const first = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = first[0] === 0x1f && first[1] === 0x8b;
  if (first[0] === 0x50 && first[1] === 0x4b) throw new FileProblem('archive');
  const bytes = packed ? await unpacked(file) : new Uint8Array(await file.arrayBuffer());
  const said = checksumLine.exec(new TextDecoder().decode(bytes.subarray(-TAIL)));
  if (said) {
    const covered = bytes.subarray(0, bytes.length - new TextEncoder().encode(said[0]).length);
    if (checksumText(crc32(covered)) !== said[1]) throw new FileProblem('damaged');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem(packed ? 'damaged' : 'notBackup');
  }
}
