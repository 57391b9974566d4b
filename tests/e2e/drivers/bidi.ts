import { waitLimitMs, within } from './waiting.ts';

interface Message {
  readonly id?: number;
  readonly type?: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

interface Waiting {
  readonly settle: (result: unknown) => void;
  readonly fail: (problem: Error) => void;
}

/** A WebDriver BiDi session over its socket: as much of the protocol as the tests use. */
export class BidiSession {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => this.#failAll(new Error('Firefox closed the connection')));
  }

  static async open(address: string): Promise<BidiSession> {
    const socket = new WebSocket(`${address}/session`);
    const opened = new Promise<void>((settle, fail) => {
      socket.addEventListener('open', () => settle());
      socket.addEventListener('error', () => fail(new Error(`No WebDriver BiDi at ${address}`)));
    });
    await within('WebDriver BiDi to answer', waitLimitMs, opened);
    const session = new BidiSession(socket);
    await session.send('session.new', { capabilities: {} });
    return session;
  }

  /** @throws with the method's name and the browser's own words when it is refused */
  send<Result = unknown>(method: string, params: object): Promise<Result> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<unknown>((settle, fail) => {
      const named = (problem: Error) => fail(new Error(`${method}: ${problem.message}`));
      this.#waiting.set(id, { settle, fail: named });
    });
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer as Promise<Result>;
  }

  close(): void {
    this.#socket.close();
  }

  #receive({ id, type, result, error, message }: Message): void {
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (type === 'error') waiting?.fail(new Error(`${error}: ${message}`));
    else waiting?.settle(result);
  }

  #failAll(problem: Error): void {
    for (const { fail } of this.#waiting.values()) fail(problem);
    this.#waiting.clear();
  }
}
