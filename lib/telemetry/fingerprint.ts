const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** 128 random bits, as 32 hexadecimal digits. */
export const mintInstallationId = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

/** What stands for an installation in everything sent: SHA-256 of its ID, as 64 hexadecimal digits. */
export async function fingerprintOf(installationId: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(installationId))));
}

/** Stands in the place of a fingerprint in what is not sent, so that its bytes are those it would have had. */
export const NO_FINGERPRINT = '0'.repeat(64);

export const isFingerprint = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
