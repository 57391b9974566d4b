import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import words from '../../../public/_locales/en/messages.json';

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    i18n: {
      getMessage: (word: keyof typeof words, substitutions: readonly string[] = []) => {
        const { message, placeholders = {} } = words[word] as {
          message: string;
          placeholders?: Record<string, unknown>;
        };
        return Object.keys(placeholders).reduce(
          (text, name, i) => text.replace(new RegExp(`\\$${name}\\$`, 'i'), substitutions[i] ?? ''),
          message,
        );
      },
      getUILanguage: () => 'en-GB',
    },
  },
}));

const { changeWord } = await import('../../../components/options/privacy/history-words.ts');
const { questions } = await import('../../../components/options/privacy/questions.ts');
const { fieldsOf } = await import('../../../components/options/privacy/row-fields.ts');
const { meaningOf, stateOf } = await import('../../../components/options/privacy/row-words.ts');
const { sinceWords } = await import('../../../components/options/privacy/status-words.ts');
const { bytesText, eventsText } = await import('../../../components/privacy/words-of-privacy.ts');

type Row = Parameters<typeof stateOf>[0];
type Status = Parameters<typeof sinceWords>[0];
type Receipt = Parameters<typeof changeWord>[0];

const at = new Date(2026, 10, 19, 12, 25).getTime();
const row: Row = {
  ...{ id: 1, at, day: '2026-11-19', event: 'timer.started', sink: 'posthog', state: 'waiting', why: null },
  ...{ field: null, body: '{}', bytes: 366, attempts: 0, changed: at, answer: null, retryAt: null },
};

describe('a row of the log in words', () => {
  const soon = at + 35 * 60_000;
  const answer = { status: 401, text: 'API key is not valid' };
  test.each([
    [{}, 'Waiting', '366 bytes, UTF-8. It waits for the next batch. Exactly these bytes will go.'],
    [{ retryAt: soon }, 'Will retry 13:00', 'The server did not answer. Same bytes, next try 13:00.'],
    [{ state: 'sent', changed: soon }, 'Sent 13:00', '366 bytes, UTF-8, exactly as sent.'],
    [
      { state: 'wouldBeSent', why: 'off' },
      'Would have been sent',
      '366 bytes. What would have been sent if telemetry were on. It stays here and is never sent later.',
    ],
    [{ state: 'refused', why: 'answer', answer }, 'Refused by PostHog', 'PostHog answered 401: API key is not valid'],
    [
      { state: 'refused', why: 'field', field: 'file' },
      'Refused',
      'Refused on this device: “file” is not on the published list. It was not sent. Please report this bug.',
    ],
    [
      { state: 'dropped', why: 'withdrawn', attempts: 1 },
      'Dropped',
      'You turned telemetry off while it waited. Sending had begun, so it may have arrived.',
    ],
  ] as const)('%o', (parts, state, meaning) => {
    const shown = { ...row, ...parts } as Row;
    expect(stateOf(shown).words).toBe(state);
    expect(meaningOf(shown)).toBe(meaning);
  });

  test('its fields are the numbers of an event, or the kind of an error; never an error of their own', () => {
    expect(fieldsOf('{"event":"x","properties":{"user_id":1,"entry_id":214,"$os":"Linux"}}')).toBe(
      'user_id: 1, entry_id: 214',
    );
    expect(fieldsOf('{}\n{"type":"event"}\n{"exception":{"values":[{"type":"TypeError","value":"*"}]}}\n')).toBe(
      'TypeError: *',
    );
    for (const body of [null, '', '{', '\n\n', '[]']) expect(fieldsOf(body)).toBe('');
  });
});

describe('since when', () => {
  const status = {
    ...{ state: 'unset', since: null, policyVersion: null, known: { since: at, why: 'installed' } },
    sent: { sent: 0, bytes: 0 },
  } as unknown as Status;
  const granted = {
    number: 1,
    since: at,
    state: 'granted',
    policyVersion: '3.0.0',
    by: 'options',
    epoch: 0,
  } as Receipt;
  const denied = { ...granted, number: 2, state: 'denied' } as Receipt;

  test('P05 never on: nothing has ever been sent', () => {
    expect(sinceWords(status, [])).toContain('Nothing has ever been sent.');
    const leftOff = { ...status, state: 'off', since: at } as Status;
    expect(sinceWords(leftOff, [{ ...denied, number: 1 }])).toContain('Nothing has ever been sent.');
  });
  test('P05 once on, lost or erased: it is not said that nothing was ever sent', () => {
    const off = { ...status, state: 'off', since: at } as Status;
    expect(sinceWords(off, [granted, denied])).not.toContain('Nothing');
    for (const why of ['lost', 'erased'] as const) {
      const said = sinceWords({ ...off, known: { since: at, why } }, [denied]);
      expect(said).toContain('is unknown');
      expect(said).not.toContain('Nothing');
    }
  });
  test('P25 the history says what each answer changed', () => {
    expect(changeWord(granted, undefined)).toBe('historyOn');
    expect(changeWord(denied, granted)).toBe('historyOff');
    expect(changeWord(denied, undefined)).toBe('historyLeftOff');
    expect(changeWord(granted, granted)).toBe('historyAgreed');
    expect(changeWord({ ...denied, by: 'mended' }, granted)).toBe('historyMended');
  });
});

test('counts and bytes', () => {
  expect([eventsText(0), eventsText(1), eventsText(1046)]).toEqual(['0 events', '1 event', '1,046 events']);
  expect([bytesText(1), bytesText(366), bytesText(9400), bytesText(41_200_000)]).toEqual([
    ...['1 byte', '366 bytes', '9.4 KB', '41.2 MB'],
  ]);
});

test('P28 the product answers in the words of the policy', () => {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll("'", '’').replaceAll('`', '');
  const policy = plain(readFileSync(resolve(import.meta.dirname, '../../../docs/telemetry_policy.md'), 'utf8'));
  expect(questions).toHaveLength(7);
  for (const [question, answer] of questions) {
    expect(policy).toContain(`**${words[question].message}** ${words[answer].message}`);
  }
});
