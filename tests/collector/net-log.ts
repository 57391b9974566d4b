import { readFileSync } from 'node:fs';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import type { LaunchOptions } from '../e2e/drivers/browser.ts';

/** What a browser itself wrote down of its network: every request, and every name it looked up. */
export interface NetworkSeen {
  readonly requests: readonly string[];
  readonly lookups: readonly string[];
}

/** Makes a browser write it down; the file is whole once the browser was closed. Firefox notes look-ups only. */
export function loggingTo(kind: BrowserKind, file: string): Partial<LaunchOptions> {
  if (kind === 'chromium') return { args: [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'] };
  return { env: { MOZ_LOG: 'nsHostResolver:5', MOZ_LOG_FILE: file } };
}

interface Event {
  readonly type: number;
  readonly params?: { readonly url?: string; readonly host?: string; readonly initiator?: string };
}

/** Addresses of this machine: a look-up of such a name asks nobody. */
const here = /^(?:https?:\/\/)?(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;
/** What Chromium asks by itself to see which way the network lies; never sent. */
const leaves = (url: string): boolean => /^(?:https?|wss?):/.test(url) && !here.test(new URL(url).origin);

function ofChromium(file: string): NetworkSeen {
  const text = readFileSync(file, 'utf8');
  const { constants, events } = JSON.parse(text) as {
    constants: { logEventTypes: Record<string, number> };
    events: Event[];
  };
  const types = constants.logEventTypes;
  const requests = events
    .filter(({ type }) => type === types['URL_REQUEST_START_JOB'])
    .flatMap(({ params }) =>
      params?.url && leaves(params.url) ? `${params.initiator ?? ''} ${params.url}`.trim() : [],
    );
  const lookups = events
    .filter(
      ({ type }) => type === types['HOST_RESOLVER_MANAGER_REQUEST'] || type === types['HOST_RESOLVER_MANAGER_JOB'],
    )
    .flatMap(({ params }) => (params?.host && !here.test(params.host) ? params.host : []));
  return { requests, lookups };
}

function ofFirefox(file: string): NetworkSeen {
  const text = readFileSync(`${file}.moz_log`, 'utf8');
  const hosts = [...text.matchAll(/Resolving host \[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  return { requests: [], lookups: hosts.filter((host) => !here.test(host)) };
}

export const readNetwork = (kind: BrowserKind, file: string): NetworkSeen =>
  kind === 'chromium' ? ofChromium(file) : ofFirefox(file);
