import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { posthog, sentry } from '../../lib/telemetry/destinations.ts';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import type { LaunchOptions } from '../e2e/drivers/browser.ts';

const certificate = (name: string): X509Certificate =>
  new X509Certificate(readFileSync(join(import.meta.dirname, 'certificate', name)));

const keyHash = (): string => {
  const key = certificate('certificate.pem').publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
};

export const hosts: readonly string[] = [posthog.host, sentry.host].map((address) => new URL(address).host);

/**
 * Sends what the browser sends to telemetry's hosts to a local port instead. The build is the one that is released: it is the
 * browser that finds the hosts elsewhere and trusts the tests' certificate.
 */
export function sendingTo(kind: BrowserKind, port: number): Partial<LaunchOptions> {
  if (kind === 'chromium') {
    const rules = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(', ');
    return { args: [`--host-resolver-rules=${rules}`, `--ignore-certificate-errors-spki-list=${keyHash()}`] };
  }
  return {
    preferences: { 'network.dns.forceResolve': '127.0.0.1', 'network.socket.forcePort': `443=${port}` },
    trust: certificate('authority.pem').raw.toString('base64'),
  };
}
