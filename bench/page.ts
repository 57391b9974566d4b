import type { Cdp } from './cdp.ts';

/** A tab of its own, attached to as a page and to nothing else. */
export class Page {
  readonly #cdp: Cdp;
  readonly #target: string;
  readonly session: string;

  private constructor(cdp: Cdp, target: string, session: string) {
    this.#cdp = cdp;
    this.#target = target;
    this.session = session;
  }

  static async open(cdp: Cdp): Promise<Page> {
    const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
    return new Page(cdp, String(targetId), String(sessionId));
  }

  send(method: string, params: Record<string, unknown> = {}, within?: number): Promise<Record<string, unknown>> {
    return this.#cdp.send(method, params, this.session, within);
  }

  /** Returns as soon as the navigation is under way; what is in the page says when it is done. */
  async navigate(url: string): Promise<void> {
    const { errorText } = await this.send('Page.navigate', { url });
    if (typeof errorText === 'string') throw new Error(`${url}: ${errorText}`);
  }

  /** Runs a function in the page. It is sent as text: it may use its arguments (plain JSON) and the page, nothing else. */
  async run<A extends readonly unknown[], R>(body: (...args: A) => R, args: A, within = 30_000): Promise<Awaited<R>> {
    const expression = `(${body.toString()})(...${JSON.stringify(args)})`;
    const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, within);
    const problem = answer.exceptionDetails as { text: string; exception?: { description?: string } } | undefined;
    if (problem) throw new Error(problem.exception?.description ?? problem.text);
    return (answer.result as { value: Awaited<R> }).value;
  }

  async close(): Promise<void> {
    await this.#cdp.send('Target.closeTarget', { targetId: this.#target });
  }
}
