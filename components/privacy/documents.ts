/** The documents that come with the extension; made from docs/ by the build. */
export const documents = {
  policy: 'documents/telemetry_policy.html',
  comparison: 'documents/telemetry_policy.html#how-others-do-it',
  changes: 'documents/telemetry_policy.html#when-this-policy-changes',
  events: 'documents/all_tracked_events.html',
  howItWorks: 'documents/TELEMETRY_TRANSPARENCY.html',
  howToCheck: 'documents/TELEMETRY_TRANSPARENCY.html#how-to-check-it-yourself',
  rights: 'documents/privacy.html',
} as const;
