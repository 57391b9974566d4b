/** What telemetry says of itself, for the pages that show it. */
export type {
  Known,
  LogFilter,
  LogPage,
  LogRow,
  PrivacyStatus,
  QueueRow,
  Receipt,
  State,
} from '../../lib/telemetry/view.ts';
export {
  batchWrapper,
  eventNames,
  eventsSince,
  fieldMeanings,
  headersBrowsersAdd,
  POLICY_VERSION,
  requestOf,
  retention,
  ruleOf,
} from '../../lib/telemetry/view.ts';
