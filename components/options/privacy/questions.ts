import type { Word } from '../../../lib/platform/words.ts';

/** What people ask, in the policy's own words (docs/telemetry_policy.md). */
export const questions: readonly (readonly [Word, Word])[] = [
  ['questionKeys', 'answerKeys'],
  ['questionSpyware', 'answerSpyware'],
  ['questionZero', 'answerZero'],
  ['questionIdentify', 'answerIdentify'],
  ['questionErrors', 'answerErrors'],
  ['questionBuild', 'answerBuild'],
  ['questionGdpr', 'answerGdpr'],
];
