/** Bytes given to the browser's own store at a time, so that a large file is never whole in this page's memory. */
const PART = 4 * 1024 * 1024;
/** What one character may need. */
const CHARACTER = 4;

/** Gathers text or bytes into a file. */
export class FileParts {
  readonly #done: Blob[] = [];
  readonly #encoder = new TextEncoder();
  readonly #seen: ((bytes: Uint8Array) => void) | undefined;
  /** Written over and over: a new one for each text took longer than everything else. */
  readonly #waiting = new Uint8Array(PART);
  #size = 0;

  /** @param seen shown all bytes, in order and as they come */
  constructor(seen?: (bytes: Uint8Array) => void) {
    this.#seen = seen;
  }

  add(part: string | Uint8Array<ArrayBuffer>): void {
    if (typeof part === 'string') this.#encode(part);
    else this.#copy(part);
  }

  #encode(text: string): void {
    for (let from = 0; from < text.length; ) {
      if (this.#size + CHARACTER > PART) this.#flush();
      const rest = from === 0 ? text : text.slice(from);
      const { read, written } = this.#encoder.encodeInto(rest, this.#waiting.subarray(this.#size));
      this.#grow(written);
      from += read;
    }
  }

  #copy(bytes: Uint8Array<ArrayBuffer>): void {
    for (let from = 0; from < bytes.length; ) {
      if (this.#size === PART) this.#flush();
      const some = bytes.subarray(from, from + PART - this.#size);
      this.#waiting.set(some, this.#size);
      this.#grow(some.length);
      from += some.length;
    }
  }

  #grow(bytes: number): void {
    this.#seen?.(this.#waiting.subarray(this.#size, this.#size + bytes));
    this.#size += bytes;
  }

  #flush(): void {
    this.#done.push(new Blob([this.#waiting.subarray(0, this.#size)]));
    this.#size = 0;
  }

  file(type: string): Blob {
    this.#flush();
    return new Blob(this.#done, { type });
  }
}
