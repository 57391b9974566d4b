import { createHash } from 'node:crypto';
import fc from 'fast-check';

/** Text that people and programs put where it does not belong. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 6, maxLength: 60 }),
  fc.string({ minLength: 6, maxLength: 4000 }),
  fc.emailAddress(),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.uuid(),
  fc.ipV4(),
  fc.json(),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>canary',
    '"},"api_key":"canary","x":{"',
    'ACME GmbH: Ann Example, 4.500,00 €',
    '__proto__',
    'constructor.prototype',
    '\u202Egnitset canary\u0000\uD800',
    'https://canary.example/secret?token=1#x',
    "TypeError: canary is not a function (reading 'canary')",
    'Bearer eyJhbGciOiJIUzI1NiJ9.canary',
  ),
);

const hash = (kind: string, text: string): string => createHash(kind).update(text, 'utf8').digest('hex');

/** The forms in which a text could hide in a body. */
export function formsOf(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
    // whatever stands before it shifts base64; the middle of each shift stays
    base64,
    bytes.toString('base64url'),
    bytes.toString('hex'),
    hash('sha256', text),
    hash('md5', text),
  ].filter((form) => form.length >= 5);
}
