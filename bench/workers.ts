import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { Page } from './page.ts';

interface Version {
  readonly scriptURL: string;
  readonly runningStatus: string;
}

const STOP_WITHIN = 10_000;
/** After its worker stopped an extension's process ends, and the machine calms down. */
const CALM = 120;

/** Sees and stops all workers of the browser from a blank page, attached to none of them. */
export class Workers {
  readonly #page: Page;
  readonly #status = new Map<string, string>();
  readonly #starts = new Map<string, number>();

  private constructor(page: Page) {
    this.#page = page;
  }

  static async watch(browser: Browser): Promise<Workers> {
    const page = await Page.open(browser.cdp);
    const workers = new Workers(page);
    browser.cdp.listen((method, params, session) => {
      if (method !== 'ServiceWorker.workerVersionUpdated' || session !== page.session) return;
      for (const version of params.versions as Version[]) workers.#note(version);
    });
    await page.send('ServiceWorker.enable');
    return workers;
  }

  #note({ scriptURL, runningStatus }: Version): void {
    const id = new URL(scriptURL).host;
    if (runningStatus === 'starting' && this.#status.get(id) !== 'starting') {
      this.#starts.set(id, (this.#starts.get(id) ?? 0) + 1);
    }
    this.#status.set(id, runningStatus);
  }

  isRunning(id: string): boolean {
    return this.#status.get(id) === 'running';
  }

  /** How often the worker of an extension was started since this began. */
  startsOf(id: string): number {
    return this.#starts.get(id) ?? 0;
  }

  async stopAll(): Promise<void> {
    const until = performance.now() + STOP_WITHIN;
    await this.#page.send('ServiceWorker.stopAllWorkers');
    while ([...this.#status.values()].some((status) => status !== 'stopped')) {
      if (performance.now() > until) throw new Error('the workers did not stop');
      await pause(10);
      if (performance.now() > until - STOP_WITHIN / 2) await this.#page.send('ServiceWorker.stopAllWorkers');
    }
    await pause(CALM);
  }
}

/** What would make every number here wrong: a debugger on a worker. @throws when there is one */
export async function assertNoWorkerAttached(browser: Browser): Promise<void> {
  const { targetInfos } = await browser.cdp.send('Target.getTargets');
  const attached = (targetInfos as { type: string; attached: boolean; url: string }[]).filter(
    (target) => target.type === 'service_worker' && target.attached,
  );
  if (attached.length > 0) throw new Error(`a debugger is attached to ${attached.map(({ url }) => url).join(', ')}`);
}
