import type { FlatEntry } from '../flat-entry.ts';

const encoder = new TextEncoder();

/** Text in a property (RFC 5545, 3.3.11). */
const text = (value: string): string =>
  value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a calendar file
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '');

/** `20261119T131800Z`, whole seconds. */
const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const LONGEST = 75;

/** A line of at most 75 octets, the rest on further lines after a space (RFC 5545, 3.1); no character is cut. */
function fold(line: string): string {
  if (line.length <= LONGEST && encoder.encode(line).length <= LONGEST) return `${line}\r\n`;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return `${[...lines, current].join('\r\n')}\r\n`;
}

export const calendarHead = (name: string): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//TimeTracker//TimeTracker//EN', `X-WR-CALNAME:${text(name)}`]
    .map(fold)
    .join('');

export const calendarFoot = 'END:VCALENDAR\r\n';

/**
 * One entry as an event.
 * @param stamp when the file is made, milliseconds
 * @param untitled what an entry is called that has neither description nor project
 */
export function calendarEvent(entry: FlatEntry, stamp: number, untitled: string): string {
  const { id, description, client, project, task, tags, start, end, billable } = entry;
  const work = [client, project, task].filter(Boolean).join(' › ');
  return [
    'BEGIN:VEVENT',
    `UID:${id ?? `${start}-${end}`}@timetracker`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(start)}`,
    `DTEND:${instant(end)}`,
    `SUMMARY:${text(description || project || untitled)}`,
    ...(work ? [`DESCRIPTION:${text(work)}`] : []),
    ...(tags.length > 0 ? [`CATEGORIES:${tags.map(text).join(',')}`] : []),
    `X-TIMETRACKER-BILLABLE:${billable ? 'TRUE' : 'FALSE'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ]
    .map(fold)
    .join('');
}
