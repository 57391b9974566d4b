import { covers, POLICY_VERSION } from './policy.ts';
import type { Receipt } from './receipts.ts';

/** That the question was asked: the browser can say "installed" again. Nothing is concluded from it but that. */
export interface Asked {
  readonly at: number;
  readonly policyVersion: string;
}

/** Which question the welcome page has to ask; null: none. */
export type Question = 'first' | 'newPolicy' | null;

export function parseAsked(stored: unknown): Asked | null {
  if (typeof stored !== 'object' || stored === null || !('at' in stored) || !('policyVersion' in stored)) return null;
  const { at, policyVersion } = stored;
  return typeof at === 'number' && typeof policyVersion === 'string' ? { at, policyVersion } : null;
}

/** Everyone is asked once; those who agreed to an older policy are asked once about the new one. */
export function questionFor(asked: Asked | null, receipt: Receipt | null): Question {
  if (!asked && !receipt) return 'first';
  const agreedToOlder = receipt?.state === 'granted' && !covers(receipt.policyVersion, POLICY_VERSION);
  return agreedToOlder && asked?.policyVersion !== POLICY_VERSION ? 'newPolicy' : null;
}
