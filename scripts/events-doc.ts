import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorTypes } from '../lib/telemetry/error-words.ts';
import { browserNames, systems } from '../lib/telemetry/platform-facts.ts';
import { POLICY_VERSION } from '../lib/telemetry/policy.ts';
import { type EventName, eventNames, fieldMeanings, ruleOf } from '../lib/telemetry/registry.ts';

/** The event list, made from the registry the code uses. `--check` fails when the file differs. */
const PATH = resolve(import.meta.dirname, '../docs/all_tracked_events.md');

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

function eventRow(name: EventName): string {
  const { when, why, needs, mayHave, since } = ruleOf(name);
  const optional = mayHave.length > 0 ? `; if any: ${code(mayHave)}` : '';
  return `| \`${name}\` | ${when} | to ${why} | ${code(['user_id', ...needs])}${optional} | ${since} |`;
}

/** Tables with their columns in line, as the formatter leaves them. */
function aligned(text: string): string {
  return text.replaceAll(/(?:^\|.*\|\n)+/gm, (table) => {
    const rows = table
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(2, -2).split(' | '));
    const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
    const cell = (text: string, i: number): string => text.padEnd(widths[i] ?? 0, text === '---' ? '-' : ' ');
    return rows.map((row) => `| ${row.map(cell).join(' | ')} |\n`).join('');
  });
}

export function eventsDocument(): string {
  return aligned(`# All tracked events

Made by \`scripts/events-doc.ts\` from the list in [lib/telemetry/registry.ts](../lib/telemetry/registry.ts), the same list the
code uses. A test fails when they differ. Nothing here is sent unless telemetry is on; see [telemetry_policy.md](telemetry_policy.md).
Policy version ${POLICY_VERSION}. Turning telemetry off is not an event: nothing is recorded or sent for it.

## Usage events

Sent to PostHog.

| event | recorded when | why | fields | since policy |
| --- | --- | --- | --- | --- |
${eventNames.map(eventRow).join('\n')}

### Fields

| field | meaning |
| --- | --- |
${Object.entries(fieldMeanings)
  .map(([name, meaning]) => `| \`${name}\` | ${meaning} |`)
  .join('\n')}

### In every usage event

| key | what it holds |
| --- | --- |
| \`uuid\` | a random number of this event, so that one sent twice counts once |
| \`event\` | its name in the table above |
| \`distinct_id\` | the fingerprint: SHA-256 of a random installation ID made when you agreed; 64 zeros in what is not sent |
| \`timestamp\` | when it happened, UTC |
| \`$os\` | one of ${code(systems)} |
| \`$browser\` | one of ${code(browserNames)} |
| \`$browser_version\` | major version |
| \`app_version\` | version of TimeTracker |
| \`$process_person_profile\` | always \`false\`: PostHog makes no profile of a person |
| \`$geoip_disable\` | always \`true\`: PostHog looks up no place |
| \`$ip\` | always \`0.0.0.0\`: stands where PostHog would put an address |

Events travel in a batch: \`{"api_key":…,"historical_migration":false,"batch":[…]}\` with the public key of the project.

## Error reports

Sent to Sentry, under the same switch and the same rules, since policy ${POLICY_VERSION}. Recorded when something in TimeTracker's own code
fails; to find and repair the failure. In the log they are called \`error\`.

| key | what it holds |
| --- | --- |
| \`event_id\` | a random number of this report |
| \`timestamp\` | when it happened, in seconds since 1970 |
| \`platform\`, \`level\` | always \`javascript\`, \`error\` |
| \`release\` | version of TimeTracker |
| \`tags\` | \`os\`, \`browser\`, \`browser_version\` as above, and \`installation\`: the fingerprint |
| \`exception\` | for each error: its type, its message, its frames |
| \`sdk\` | name and version of the format, and \`infer_ip: never\`: Sentry is asked not to note the address |

- **Type**: one of ${code(errorTypes)}; any other is sent as \`Error\`.
- **Message**: one of the sentences in [lib/telemetry/error-words.ts](../lib/telemetry/error-words.ts), with \`*\` for every part that varies.
  A message that is not in that list is sent as \`*\`.
- **Frames**: file (\`app:///background.js\`), line and column, in TimeTracker's own files only. No function names, no values.
`);
}

function main(): void {
  const text = eventsDocument();
  if (!process.argv.includes('--check')) writeFileSync(PATH, text);
  else if (readFileSync(PATH, 'utf8') !== text) {
    console.error('docs/all_tracked_events.md differs from lib/telemetry/registry.ts. Run: node scripts/events-doc.ts');
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
