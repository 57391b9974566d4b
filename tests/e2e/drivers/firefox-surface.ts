import { writeFileSync } from 'node:fs';
import type { BidiConnection } from './bidi.ts';
import { accessibleTree, type Seen, setIntegerPreference } from './firefox-chrome.ts';
import { chord, typing } from './firefox-keys.ts';
import { canBeClicked, placeOfFocus } from './firefox-page.ts';
import type { Focused, Name, Surface, Viewport } from './surface.ts';
import { controlNamed, isNamed, until, waitLimitMs } from './waiting.ts';

export interface FirefoxSurfaceParts {
  readonly bidi: BidiConnection;
  readonly context: string;
  /** The browsing context of the browser's own window. */
  readonly chromeContext: string;
  readonly origin: string;
}

export class FirefoxSurface implements Surface {
  private readonly bidi: BidiConnection;
  private readonly target: { readonly context: string };
  private readonly chrome: { readonly context: string };
  private readonly origin: string;

  constructor({ bidi, context, chromeContext, origin }: FirefoxSurfaceParts) {
    this.bidi = bidi;
    this.target = { context };
    this.chrome = { context: chromeContext };
    this.origin = origin;
  }

  private async tree(): Promise<readonly Seen[]> {
    const { context } = this.target;
    return await until('Firefox to describe the page', async () => {
      return (await this.bidi.call<Seen[] | null>(this.chrome, accessibleTree, context)) ?? undefined;
    });
  }

  /** Ids of the elements that the browser computes this role and name for. */
  private async locate(role: string, name: Name): Promise<string[]> {
    const exact = name instanceof RegExp ? (await this.names(role)).find((found) => isNamed(found, name)) : name;
    if (exact === undefined) return [];
    // Firefox does not match an empty name.
    const value = exact === '' ? { role } : { role, name: exact };
    const locator = { type: 'accessibility', value };
    const { nodes } = await this.bidi.send<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
      ...this.target,
      locator,
    });
    return nodes.map(({ sharedId }) => sharedId);
  }

  private async find(role: string, name: Name, limitMs = waitLimitMs): Promise<string> {
    return await until(controlNamed(role, name), async () => (await this.locate(role, name))[0], limitMs);
  }

  private async onElement<Result>(
    role: string,
    name: Name,
    sent: (element: HTMLInputElement, argument: string) => Result,
    argument = '',
  ): Promise<Result> {
    const element = await this.find(role, name);
    return await this.bidi.call<Result>(this.target, sent, argument, [element]);
  }

  private async perform(...actions: readonly object[]): Promise<void> {
    await this.bidi.send('input.performActions', { ...this.target, actions });
  }

  async goto(page: string): Promise<void> {
    const url = `${this.origin}/${page}`;
    await this.bidi.send('browsingContext.navigate', { ...this.target, url, wait: 'complete' });
  }

  async reload(): Promise<void> {
    await this.bidi.send('browsingContext.reload', { ...this.target, wait: 'complete' });
  }

  async show(): Promise<void> {
    await this.bidi.send('browsingContext.activate', this.target);
  }

  async click(role: string, name: Name): Promise<void> {
    const sharedId = await until(`${controlNamed(role, name)} that can be clicked`, async () => {
      const [element] = await this.locate(role, name);
      if (!element) return undefined;
      const ready = await this.bidi.call<boolean>(this.target, canBeClicked, undefined, [element]);
      return ready && element;
    });
    const origin = { type: 'element', element: { sharedId } };
    await this.perform({
      type: 'pointer',
      id: 'mouse',
      actions: [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  async fill(role: string, name: Name, text: string): Promise<void> {
    await this.onElement(role, name, (element) => {
      element.focus();
      element.select();
    });
    await this.perform(text === '' ? chord('Delete') : typing(text));
  }

  async press(keys: string): Promise<void> {
    await this.perform(chord(keys));
  }

  async type(text: string): Promise<void> {
    await this.perform(typing(text));
  }

  async focus(role: string, name: Name): Promise<void> {
    await this.onElement(role, name, (element) => element.focus());
  }

  async focused(): Promise<Focused> {
    const tree = await this.tree();
    // The page itself is an accessible too, and no element.
    const roles = new Set(tree.slice(1).map(({ role }) => role));
    for (const role of roles) {
      const elements = role === '' ? [] : await this.locate(role, '');
      const place = await this.bidi.call<number>(this.target, placeOfFocus, undefined, elements);
      if (place >= 0) return { role, name: (await this.names(role))[place] ?? '' };
    }
    return { role: '', name: '' };
  }

  async text(role: string, name: Name): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered, not what is hidden
    return await this.onElement(role, name, (element) => element.innerText.trim());
  }

  async value(role: string, name: Name): Promise<string> {
    return await this.onElement(role, name, (element) => element.value);
  }

  async attribute(role: string, name: Name, attribute: string): Promise<string | null> {
    return await this.onElement(role, name, (element, asked) => element.getAttribute(asked), attribute);
  }

  async names(role: string): Promise<string[]> {
    return (await this.tree()).filter((seen) => seen.role === role).map(({ name }) => name);
  }

  async count(role: string, name: Name): Promise<number> {
    if (name instanceof RegExp) return (await this.names(role)).filter((found) => isNamed(found, name)).length;
    return (await this.locate(role, name)).length;
  }

  async visible(role: string, name: Name): Promise<boolean> {
    return (await this.count(role, name)) > 0;
  }

  async waitFor(role: string, name: Name, limitMs = waitLimitMs): Promise<void> {
    await this.find(role, name, limitMs);
  }

  async waitGone(role: string, name: Name, limitMs = waitLimitMs): Promise<void> {
    await until(`no ${controlNamed(role, name)}`, async () => !(await this.visible(role, name)), limitMs);
  }

  async pageText(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered, not what is hidden
    return await this.evaluate(() => document.body.innerText);
  }

  async evaluate<Result, Argument = undefined>(
    pageFunction: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    return await this.bidi.call<Result>(this.target, pageFunction, argument);
  }

  async run(source: string): Promise<void> {
    await this.bidi.run(this.target, `${source}\n;undefined`);
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.bidi.send<{ data: string }>('browsingContext.captureScreenshot', this.target);
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  async setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.setPreference('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);
  }

  async setReducedMotion(reduced: boolean): Promise<void> {
    await this.setPreference('ui.prefersReducedMotion', reduced ? 1 : 0);
  }

  private async setPreference(name: string, value: number): Promise<void> {
    await this.bidi.call(this.chrome, setIntegerPreference, { name, value });
  }

  async setViewport({ width, height, scale = 2 }: Viewport): Promise<void> {
    const viewport = { width, height };
    await this.bidi.send('browsingContext.setViewport', { ...this.target, viewport, devicePixelRatio: scale });
  }

  async close(): Promise<void> {
    await this.bidi.send('browsingContext.close', this.target);
  }
}
