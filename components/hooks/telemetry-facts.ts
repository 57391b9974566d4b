/** What telemetry says of itself, for the pages that show it. */
export type { LogFilter, LogRow, PrivacyStatus, QueueRow, Receipt, State } from '../../lib/telemetry/view.ts';
export {
  eventNames,
  eventsSince,
  headersBrowsersAdd,
  POLICY_VERSION,
  requestOf,
  retention,
  ruleOf,
  tallied,
} from '../../lib/telemetry/view.ts';
