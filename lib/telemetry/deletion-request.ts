/** A request that can be sent as it is. It carries what was sent under, never the ID it was made from. */
export function deletionText(fingerprints: readonly string[]): string {
  return [
    'Please delete the telemetry that TimeTracker sent under these fingerprints:',
    '',
    ...fingerprints,
    '',
    'PostHog: events whose distinct_id is one of them.',
    'Sentry: reports whose tag "installation" is one of them.',
    '',
    'I ask for this under Article 17 of the GDPR. Please tell me when it is done.',
    '',
  ].join('\n');
}
