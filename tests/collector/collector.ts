import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

const file = (name: string): string => readFileSync(join(import.meta.dirname, 'certificate', name), 'utf8');

/** A request as it came over the wire. */
export interface Received {
  readonly at: number;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How to answer. `never`: the connection stays open and says nothing; `break`: it is closed without an answer. */
export type Reply =
  | {
      readonly status: number;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly afterMs?: number;
    }
  | 'never'
  | 'break';

/** Stands in for telemetry's hosts: a local HTTPS server that keeps every byte and answers as it is told. */
export class Collector {
  /** Whole requests, in the order in which they were whole. */
  readonly received: Received[] = [];
  /** When each connection was opened, and when each was closed. */
  readonly opened: number[] = [];
  readonly closed: number[] = [];
  /** When the first byte of each request was there. */
  readonly begun: number[] = [];
  /** When each answer was given to the network. */
  readonly answered: number[] = [];
  /** How many requests were broken off by who made them. */
  brokenOff = 0;
  reply: (request: Received) => Reply = () => ({ status: 200, text: '{"status":"Ok"}' });
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.opened.push(Date.now());
      this.#sockets.add(socket);
      socket.on('close', () => {
        this.closed.push(Date.now());
        this.#sockets.delete(socket);
      });
    });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.#take(request, response));
  }

  static async start(): Promise<Collector> {
    const collector = new Collector(createServer({ key: file('key.pem'), cert: file('certificate.pem') }));
    await new Promise<void>((resolve) => collector.#server.listen(0, '127.0.0.1', resolve));
    return collector;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.begun.push(Date.now());
    response.on('close', () => {
      if (!response.writableFinished) this.brokenOff += 1;
    });
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece as Buffer);
    } catch {
      return; // broken off
    }
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const { method = '', url = '' } = request;
    const body = Buffer.concat(pieces).toString('utf8');
    const received = { at: Date.now(), host: headers['host'] ?? '', method, path: url, headers, body };
    this.received.push(received);
    this.#answer(this.reply(received), response, headers['origin']);
  }

  #answer(reply: Reply, response: ServerResponse, origin = '*'): void {
    if (reply === 'never') return;
    if (reply === 'break') {
      response.destroy();
      return;
    }
    const { status, text = '', headers = {}, afterMs = 0 } = reply;
    setTimeout(() => {
      response.writeHead(status, {
        'Access-Control-Allow-Origin': origin,
        'Content-Type': 'application/json',
        ...headers,
      });
      response.end(text, () => this.answered.push(Date.now()));
    }, afterMs);
  }

  /** Everything that came, as one string. */
  get wire(): string {
    return this.received
      .map(({ method, path, headers, body }) => `${method} ${path}\n${JSON.stringify(headers)}\n${body}`)
      .join('\n\n');
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
