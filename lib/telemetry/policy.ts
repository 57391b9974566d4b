/** Version of the text in docs/telemetry_policy.md that agreeing today means. */
export const POLICY_VERSION = '3.0.0';
export type PolicyVersion = '3.0.0';

/** How long each place keeps what it got. The first two are set in the receivers' projects, the last is enforced here. */
export const retention = { posthogYears: 7, sentryDays: 90, logDays: 30 } as const;

/** Whether a person who agreed to `agreed` agreed to what came with `since`. Both are dotted numbers. */
export function covers(agreed: string, since: string): boolean {
  const parts = (version: string): number[] => version.split('.').map(Number);
  const [mine, theirs] = [parts(agreed), parts(since)];
  for (let i = 0; i < Math.max(mine.length, theirs.length); i++) {
    const difference = (mine[i] ?? 0) - (theirs[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
