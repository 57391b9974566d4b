import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import type { LaunchOptions } from '../e2e/drivers/browser.ts';

/** A proxy that lets nothing through and writes down whatever was asked of it. */
export class RecordingProxy {
  /** Like `CONNECT example.org:443` or `GET http://example.org/`. */
  readonly asked: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(`${request.method} ${request.url}`);
      response.writeHead(502).end();
    });
    this.#server.on('connect', ({ url }, socket) => {
      this.asked.push(`CONNECT ${url}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async start(): Promise<RecordingProxy> {
    const proxy = new RecordingProxy();
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** What makes a browser ask this proxy for everything, its own machine's addresses included. */
  options(kind: BrowserKind): Partial<LaunchOptions> {
    const { port } = this.#server.address() as AddressInfo;
    if (kind === 'chromium') {
      return { args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'] };
    }
    return {
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.proxy.allow_hijacking_localhost': true,
        'network.proxy.no_proxies_on': '',
        'network.proxy.failover_direct': false,
      },
    };
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
