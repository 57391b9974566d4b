/** What telemetry says of itself, for the pages that show it. */
export type { PrivacyStatus } from '../../lib/telemetry/view.ts';
export { eventsSince, POLICY_VERSION, retention } from '../../lib/telemetry/view.ts';
