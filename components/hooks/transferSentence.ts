import { t, type Word } from '../../lib/platform/words.ts';
import { transfer } from './transfer.ts';

/** Why a file was not taken, in words; null for a bug of ours. */
export async function sentenceOf(problem: unknown): Promise<string | null> {
  const { FileProblem } = await transfer.read();
  if (problem instanceof FileProblem) return t(`file_${problem.reason}` satisfies Word, ...problem.details);
  const named = problem instanceof Error ? problem.name : '';
  return /Quota/.test(named) ? t('file_diskFull') : null;
}
