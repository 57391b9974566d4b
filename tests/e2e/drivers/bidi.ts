import { waitLimitMs, within } from './waiting.ts';

/** What a test lets run in a page may take its time. */
const scriptLimitMs = 60_000;

interface Message {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

interface Pending {
  readonly settle: (message: Message) => void;
  readonly fail: (error: Error) => void;
}

/** Where a script runs: a browsing context of a page, or of the browser's own window. */
export interface Target {
  readonly context: string;
}

export type LocalValue = { readonly type: 'string'; readonly value: string } | { readonly sharedId: string };

interface ScriptAnswer {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly type: string; readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** A function that is sent as text to where it runs; only JSON passes both ways. */
// biome-ignore lint/suspicious/noExplicitAny: a function of any arguments can only be named so; what it is given is checked by the caller's types.
type Sent = (...given: any[]) => unknown;

function throwIfFailed({ type, exceptionDetails }: ScriptAnswer): void {
  if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'The script failed in the page');
}

/** A client for WebDriver BiDi (https://w3c.github.io/webdriver-bidi), the protocol that Firefox speaks. */
export class BidiConnection {
  private readonly socket: WebSocket;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => this.take(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => this.failAll('Firefox has closed the connection'));
  }

  static async connect(url: string): Promise<BidiConnection> {
    const socket = new WebSocket(`${url}/session`);
    const opened = new Promise<void>((settle, fail) => {
      socket.addEventListener('open', () => settle(), { once: true });
      socket.addEventListener('error', () => fail(new Error(`No WebDriver BiDi at ${url}`)), { once: true });
    });
    await within('Firefox to accept the connection', waitLimitMs, opened);
    const connection = new BidiConnection(socket);
    await connection.send('session.new', { capabilities: {} }, 3 * waitLimitMs);
    return connection;
  }

  private take(message: Message): void {
    if (message.id === undefined) return;
    const waiting = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.type === 'error') waiting?.fail(new Error(`${message.error}: ${message.message}`));
    else waiting?.settle(message);
  }

  private failAll(why: string): void {
    for (const { fail } of this.pending.values()) fail(new Error(why));
    this.pending.clear();
  }

  async send<Result>(method: string, params: object = {}, limitMs = waitLimitMs): Promise<Result> {
    if (this.socket.readyState !== WebSocket.OPEN) throw new Error(`Firefox is gone; ${method} was not sent`);
    this.lastId += 1;
    const id = this.lastId;
    const answered = new Promise<Message>((settle, fail) => this.pending.set(id, { settle, fail }));
    this.socket.send(JSON.stringify({ id, method, params }));
    const answer = await within(`Firefox to answer ${method}`, limitMs, answered);
    return answer.result as Result;
  }

  /** Calls a function in the target; elements come first among its arguments, then one JSON value. */
  async call<Result>(
    target: Target,
    sent: Sent,
    argument?: unknown,
    elements: readonly string[] = [],
  ): Promise<Result> {
    const json: LocalValue = { type: 'string', value: JSON.stringify(argument ?? null) };
    const answer = await this.send<ScriptAnswer>(
      'script.callFunction',
      {
        functionDeclaration: `async (json, ...elements) => JSON.stringify((await (${sent})(...elements, JSON.parse(json))) ?? null)`,
        arguments: [json, ...elements.map((sharedId): LocalValue => ({ sharedId }))],
        awaitPromise: true,
        target,
        userActivation: true,
      },
      scriptLimitMs,
    );
    throwIfFailed(answer);
    return JSON.parse(answer.result?.value ?? 'null') as Result;
  }

  /** Runs source text in the target as its console would, past the page's policy, and waits for the promise it ends with. */
  async run(target: Target, source: string): Promise<void> {
    const params = { expression: source, awaitPromise: true, target };
    throwIfFailed(await this.send<ScriptAnswer>('script.evaluate', params, scriptLimitMs));
  }

  close(): void {
    this.socket.close();
  }
}
