import type { Readable, Writable } from 'node:stream';

type Fields = Record<string, unknown>;

interface Waiting {
  readonly resolve: (result: Fields) => void;
  readonly reject: (problem: Error) => void;
}

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

export type CdpListener = (method: string, params: Fields, sessionId: string | undefined) => void;

/**
 * The browser's debugging protocol over its pipe: JSON messages, each ended by a zero byte.
 * It attaches to nothing by itself: a debugger on a worker would keep it alive and delay its start.
 */
export class Cdp {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<CdpListener>();
  #pieces: Buffer[] = [];
  #last = 0;

  constructor(out: Writable, into: Readable) {
    this.#out = out;
    out.on('error', (problem) => this.#fail(problem)); // the browser ended; its exit is reported elsewhere
    into.on('data', (data: Buffer) => this.#take(data));
    into.on('close', () => this.#fail(new Error('the browser closed its debugging pipe')));
  }

  /** @param within milliseconds; no command waits without a bound */
  send(method: string, params: Fields = {}, sessionId?: string, within = 30_000): Promise<Fields> {
    const id = ++this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<Fields>();
    const timer = setTimeout(() => reject(new Error(`${method}: no answer in ${within} ms`)), within);
    this.#waiting.set(id, { resolve, reject });
    this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(id);
    });
  }

  /** @returns how to stop listening */
  listen(listener: CdpListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #take(data: Buffer): void {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.#pieces.push(rest.subarray(0, end));
      const text = Buffer.concat(this.#pieces).toString();
      this.#pieces = [];
      rest = rest.subarray(end + 1);
      this.#handle(JSON.parse(text) as Incoming);
    }
    if (rest.length > 0) this.#pieces.push(rest);
  }

  #handle({ id, method, sessionId, params, result, error }: Incoming): void {
    if (id !== undefined) {
      const waiting = this.#waiting.get(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result ?? {});
    } else if (method !== undefined) {
      for (const listener of this.#listeners) listener(method, params ?? {}, sessionId);
    }
  }

  #fail(problem: Error): void {
    for (const { reject } of this.#waiting.values()) reject(problem);
  }
}
