import type { CDPSession } from '@playwright/test';
import { until } from './waiting.ts';

/**
 * The real popup of the toolbar icon. Playwright knows no page for it, so it is reached through the browser's own
 * session, in which each message to it is wrapped.
 */
export class ChromiumPopup {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  #lastId = 0;

  private constructor(browser: CDPSession, sessionId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
  }

  /** @param open makes the popup open */
  static async reach(browser: CDPSession, address: string, open: () => Promise<void>): Promise<ChromiumPopup> {
    const targets = async () =>
      (await browser.send('Target.getTargets')).targetInfos.filter(({ url }) => url === address);
    const before = new Set((await targets()).map(({ targetId }) => targetId));
    await open();
    const { targetId } = await until('the popup to open', async () =>
      (await targets()).find((target) => !before.has(target.targetId)),
    );
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new ChromiumPopup(browser, sessionId);
  }

  #send(method: string, params: object): Promise<{ result?: { value?: unknown } }> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<{ result?: { value?: unknown } }>((resolve) => {
      const listen = ({ sessionId, message }: { sessionId: string; message: string }): void => {
        const said = JSON.parse(message) as { id?: number; result?: { result?: { value?: unknown } } };
        if (sessionId !== this.#sessionId || said.id !== id) return;
        this.#browser.off('Target.receivedMessageFromTarget', listen);
        resolve(said.result ?? {});
      };
      this.#browser.on('Target.receivedMessageFromTarget', listen);
    });
    const message = JSON.stringify({ id, method, params });
    void this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    return answer;
  }

  /** The value of an expression in the popup's page. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    return result?.value;
  }

  async type(text: string): Promise<void> {
    await this.#send('Input.insertText', { text });
  }

  async pressEnter(): Promise<void> {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
    await this.#send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
}
