import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Focused, Name, Surface, Viewport } from './surface.ts';
import { waitLimitMs } from './waiting.ts';

type Role = Parameters<Page['getByRole']>[0];

export class ChromiumSurface implements Surface {
  /** For what only this browser can do, like axe. */
  readonly page: Page;
  private readonly origin: string;
  private session: Promise<CDPSession> | undefined;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
    page.setDefaultTimeout(waitLimitMs);
  }

  private find(role: string, name: Name): Locator {
    return this.page.getByRole(role as Role, { name, exact: true }).first();
  }

  private devtools(): Promise<CDPSession> {
    this.session ??= this.page.context().newCDPSession(this.page);
    return this.session;
  }

  async goto(page: string): Promise<void> {
    await this.page.goto(`${this.origin}/${page}`);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async show(): Promise<void> {
    await this.page.bringToFront();
  }

  async click(role: string, name: Name): Promise<void> {
    await this.find(role, name).click();
  }

  async fill(role: string, name: Name, text: string): Promise<void> {
    await this.find(role, name).fill(text);
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async focus(role: string, name: Name): Promise<void> {
    await this.find(role, name).focus();
  }

  async focused(): Promise<Focused> {
    const session = await this.devtools();
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    if (!result.objectId) return { role: '', name: '' };
    const found = await session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    const node = found.nodes[0];
    if (node?.role?.value === 'RootWebArea' || node?.ignored) return { role: '', name: '' };
    return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') };
  }

  async text(role: string, name: Name): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered, not what is hidden
    return (await this.find(role, name).innerText()).trim();
  }

  async value(role: string, name: Name): Promise<string> {
    return await this.find(role, name).inputValue();
  }

  async attribute(role: string, name: Name, attribute: string): Promise<string | null> {
    return await this.find(role, name).getAttribute(attribute);
  }

  async names(role: string): Promise<string[]> {
    const session = await this.devtools();
    const { result } = await session.send('Runtime.evaluate', { expression: 'document' });
    if (!result.objectId) return [];
    const { nodes } = await session.send('Accessibility.queryAXTree', { objectId: result.objectId, role });
    return nodes.filter(({ ignored }) => !ignored).map((node) => String(node.name?.value ?? ''));
  }

  async count(role: string, name: Name): Promise<number> {
    return await this.page.getByRole(role as Role, { name, exact: true }).count();
  }

  async visible(role: string, name: Name): Promise<boolean> {
    return await this.find(role, name).isVisible();
  }

  async waitFor(role: string, name: Name, timeout = waitLimitMs): Promise<void> {
    await this.find(role, name).waitFor({ state: 'visible', timeout });
  }

  async waitGone(role: string, name: Name, timeout = waitLimitMs): Promise<void> {
    await this.find(role, name).waitFor({ state: 'hidden', timeout });
  }

  async pageText(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered, not what is hidden
    return await this.page.innerText('body');
  }

  async evaluate<Result, Argument = undefined>(
    pageFunction: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    const call = pageFunction as (given: unknown) => Result | Promise<Result>;
    return await this.page.evaluate(call, argument as unknown);
  }

  async run(source: string): Promise<void> {
    await this.page.evaluate(`${source}\n;undefined`);
  }

  async screenshot(path: string): Promise<void> {
    // A real popup is smaller than the viewport that Playwright believes in.
    const [width, height] = await this.page.evaluate(() => [innerWidth, innerHeight]);
    await this.page.screenshot({ path, scale: 'device', clip: { x: 0, y: 0, width: width ?? 0, height: height ?? 0 } });
  }

  async setColorScheme(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme });
  }

  async setReducedMotion(reduced: boolean): Promise<void> {
    await this.page.emulateMedia({ reducedMotion: reduced ? 'reduce' : 'no-preference' });
  }

  async setViewport({ width, height, scale = 2 }: Viewport): Promise<void> {
    const session = await this.devtools();
    const metrics = { width, height, deviceScaleFactor: scale, mobile: false };
    await this.page.setViewportSize({ width, height });
    await session.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
