import { writeFileSync } from 'node:fs';
import type { BidiSession } from './bidi.ts';
import { chord, typing } from './firefox-keys.ts';
import type { Focused, Name, Surface, Viewport } from './surface.ts';
import { controlNamed, until, waitLimitMs } from './waiting.ts';

interface Node {
  readonly sharedId: string;
}

/** What a test asks of an element; runs in the page. */
const visibleNow = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

const nameNow = (element: Element): string => {
  const labelled = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .flatMap((id) => document.getElementById(id) ?? []);
  const labels = [...labelled, ...((element as HTMLInputElement).labels ?? [])];
  const text = labels.map((label) => label.textContent?.trim()).join(' ');
  return element.getAttribute('aria-label') ?? (text || (element.textContent ?? '').trim());
};

const roleNow = (element: Element): string => {
  const implied: Record<string, string> = { BUTTON: 'button', A: 'link', INPUT: 'textbox', BODY: 'document' };
  return element.getAttribute('role') ?? implied[element.tagName] ?? element.tagName.toLowerCase();
};

interface FirefoxParts {
  readonly session: BidiSession;
  readonly context: string;
  readonly origin: string;
  /** Sets a preference of the whole browser. */
  readonly setPreference: (name: string, value: number) => Promise<void>;
}

export class FirefoxSurface implements Surface {
  readonly #parts: FirefoxParts;

  constructor(parts: FirefoxParts) {
    this.#parts = parts;
  }

  #send<Result>(method: string, params: object): Promise<Result> {
    return this.#parts.session.send<Result>(method, { context: this.#parts.context, ...params });
  }

  async #call<Result>(source: string, args: readonly object[]): Promise<Result> {
    const { session, context } = this.#parts;
    const answer = await session.send<{
      type: string;
      result?: { value?: string };
      exceptionDetails?: { text: string };
    }>('script.callFunction', {
      functionDeclaration: `async (...args) => JSON.stringify((await (${source})(...args)) ?? null)`,
      awaitPromise: true,
      target: { context },
      arguments: args,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'the page threw');
    return JSON.parse(answer.result?.value ?? 'null') as Result;
  }

  #on<Result>(node: Node, pageFunction: (element: Element) => Result): Promise<Result> {
    return this.#call<Result>(pageFunction.toString(), [{ sharedId: node.sharedId }]);
  }

  async #all(role: string, name: Name): Promise<Node[]> {
    const value = name instanceof RegExp ? { role } : { role, name };
    const { nodes } = await this.#send<{ nodes: Node[] }>('browsingContext.locateNodes', {
      locator: { type: 'accessibility', value },
    });
    if (!(name instanceof RegExp)) return nodes;
    const names = await Promise.all(nodes.map((node) => this.#on(node, nameNow)));
    return nodes.filter((_, i) => name.test(names[i] ?? ''));
  }

  async #shown(role: string, name: Name): Promise<Node[]> {
    const nodes = await this.#all(role, name);
    const visible = await Promise.all(nodes.map((node) => this.#on(node, visibleNow)));
    return nodes.filter((_, i) => visible[i]);
  }

  #find(role: string, name: Name, limitMs = waitLimitMs): Promise<Node> {
    return until(controlNamed(role, name), async () => (await this.#shown(role, name))[0], limitMs);
  }

  async goto(page: string): Promise<void> {
    await this.#send('browsingContext.navigate', { url: `${this.#parts.origin}/${page}`, wait: 'complete' });
  }

  async reload(): Promise<void> {
    await this.#send('browsingContext.reload', { wait: 'complete' });
  }

  async show(): Promise<void> {
    await this.#send('browsingContext.activate', {});
  }

  async click(role: string, name: Name): Promise<void> {
    const node = await this.#find(role, name);
    await this.#on(node, (element) => element.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
    const origin = { type: 'element', element: { sharedId: node.sharedId } };
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#send('input.performActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async #keys(actions: readonly object[]): Promise<void> {
    await this.#send('input.performActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async fill(role: string, name: Name, text: string): Promise<void> {
    const node = await this.#find(role, name);
    await this.#on(node, (element) => {
      (element as HTMLInputElement).focus();
      (element as HTMLInputElement).select();
    });
    await this.#keys(text === '' ? chord('Delete') : typing(text));
  }

  press = (keys: string): Promise<void> => this.#keys(chord(keys));
  type = (text: string): Promise<void> => this.#keys(typing(text));

  async focus(role: string, name: Name): Promise<void> {
    await this.#on(await this.#find(role, name), (element) => (element as HTMLElement).focus());
  }

  async focused(): Promise<Focused> {
    const source = `() => {
      const element = document.activeElement ?? document.body;
      return { role: (${roleNow})(element), name: (${nameNow})(element) };
    }`;
    return this.#call<Focused>(source, []);
  }

  async text(role: string, name: Name): Promise<string> {
    return this.#on(await this.#find(role, name), (element) => (element as HTMLElement).innerText.trim());
  }

  async value(role: string, name: Name): Promise<string> {
    return this.#on(await this.#find(role, name), (element) => (element as HTMLInputElement).value);
  }

  async attribute(role: string, name: Name, attribute: string): Promise<string | null> {
    const node = await this.#find(role, name);
    const source = '(element, wanted) => element.getAttribute(wanted)';
    return this.#call(source, [{ sharedId: node.sharedId }, { type: 'string', value: attribute }]);
  }

  async names(role: string): Promise<string[]> {
    return Promise.all((await this.#shown(role, /(?:)/)).map((node) => this.#on(node, nameNow)));
  }

  count = async (role: string, name: Name): Promise<number> => (await this.#shown(role, name)).length;
  visible = async (role: string, name: Name): Promise<boolean> => (await this.#shown(role, name)).length > 0;

  async waitFor(role: string, name: Name, timeoutMs = waitLimitMs): Promise<void> {
    await this.#find(role, name, timeoutMs);
  }

  async waitGone(role: string, name: Name, timeoutMs = waitLimitMs): Promise<void> {
    await until(`${controlNamed(role, name)} to go`, async () => !(await this.visible(role, name)), timeoutMs);
  }

  pageText = (): Promise<string> => this.evaluate(() => document.body.innerText);

  evaluate<Result, Argument = undefined>(
    pageFunction: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    const source = `(given) => (${pageFunction})(JSON.parse(given))`;
    return this.#call<Result>(source, [{ type: 'string', value: JSON.stringify(argument ?? null) }]);
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.#send<{ data: string }>('browsingContext.captureScreenshot', { origin: 'viewport' });
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  setColorScheme = (scheme: 'light' | 'dark'): Promise<void> =>
    this.#parts.setPreference('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);

  setReducedMotion = (reduced: boolean): Promise<void> =>
    this.#parts.setPreference('ui.prefersReducedMotion', reduced ? 1 : 0);

  async setViewport({ width, height, scale = 2 }: Viewport): Promise<void> {
    await this.#send('browsingContext.setViewport', { viewport: { width, height }, devicePixelRatio: scale });
  }

  async close(): Promise<void> {
    await this.#send('browsingContext.close', {});
  }
}
