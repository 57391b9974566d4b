/** Bytes given to the browser's own store at a time, so that a large file is never whole in this page's memory. */
const PART = 4 * 1024 * 1024;

/** Gathers text or bytes into a file. */
export class FileParts {
  readonly #done: Blob[] = [];
  #waiting: (string | Uint8Array<ArrayBuffer>)[] = [];
  #size = 0;

  add(part: string | Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(part);
    this.#size += part.length;
    if (this.#size >= PART) this.#flush();
  }

  #flush(): void {
    this.#done.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#size = 0;
  }

  file(type: string): Blob {
    this.#flush();
    return new Blob(this.#done, { type });
  }
}
