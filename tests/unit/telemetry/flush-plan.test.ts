import { describe, expect, test } from 'vitest';
import {
  type FlushFacts,
  flushPlan,
  GATHER,
  LONGEST_WAIT,
  OFFLINE_WAIT,
  settle,
  waitAfter,
} from '../../../lib/telemetry/flush-plan.ts';
import { bounds, overflow } from '../../../lib/telemetry/queue-bounds.ts';
import { type Agreement, agreementOf, type Receipt } from '../../../lib/telemetry/receipts.ts';
import type { QueueSize, SinkState } from '../../../lib/telemetry/rows.ts';
import { freshSink } from '../../../lib/telemetry/sink-state.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const agreement: Agreement = { number: 3, since: 1, epoch: 2, policyVersion: '3.0.0', installationId: 'a' };
const row = (id: number, more: Partial<QueueSize> = {}): QueueSize => ({
  ...{ id, sink: 'posthog', bytes: 500, at: NOW - GATHER, number: 3, epoch: 2 },
  ...more,
});
const facts = (more: Partial<FlushFacts> = {}): FlushFacts => ({
  agreement,
  waiting: [row(1)],
  sinks: { posthog: freshSink('posthog'), sentry: freshSink('sentry') },
  now: NOW,
  online: true,
  appVersion: '1.0.0',
  ...more,
});
const posthog = (state: Partial<SinkState>): FlushFacts['sinks'] => ({
  posthog: { ...freshSink('posthog'), ...state },
  sentry: freshSink('sentry'),
});
const many = (count: number, more: Partial<QueueSize> = {}): QueueSize[] =>
  Array.from({ length: count }, (_, i) => row(i + 1, more));
const send = (...ids: number[]) => ({ step: 'send', sink: 'posthog', ids });
const wait = (until: number) => ({ step: 'wait', until });
const stop = { step: 'stop' };

describe('what a flush does next', () => {
  test.each([
    ['nothing waits', facts({ waiting: [] }), stop],
    ['P05 telemetry is off', facts({ agreement: null }), stop],
    ['P04 what was recorded under an earlier agreement', facts({ waiting: [row(1, { number: 2 })] }), stop],
    ['P04 what was recorded before a deletion', facts({ waiting: [row(1, { epoch: 1 })] }), stop],
    ['only the rows of the present agreement', facts({ waiting: [row(1, { epoch: 1 }), row(2)] }), send(2)],
    ['events gather for a minute', facts({ waiting: [row(1, { at: NOW - 1 })] }), wait(NOW - 1 + GATHER)],
    ['a full batch goes at once', facts({ waiting: many(50, { at: NOW }) }), send(...many(50).map(({ id }) => id))],
    ['no more than a batch', facts({ waiting: many(80) }), send(...many(50).map(({ id }) => id))],
    ['a smaller batch after 413', facts({ waiting: many(5), sinks: posthog({ batch: 2 }) }), send(1, 2)],
    ['not before its time', facts({ sinks: posthog({ notBefore: NOW + 9 }) }), wait(NOW + 9)],
    ['the clock was set back', facts({ sinks: posthog({ notBefore: NOW + 2 * LONGEST_WAIT }) }), send(1)],
    ['recorded in the future', facts({ waiting: [row(1, { at: NOW + 1e9 })] }), send(1)],
    ['offline', facts({ online: false }), wait(NOW + OFFLINE_WAIT)],
    ['refused in this version', facts({ sinks: posthog({ refusedIn: '1.0.0' }) }), stop],
    ['refused in an earlier version', facts({ sinks: posthog({ refusedIn: '0.9.0' }) }), send(1)],
    [
      'P07 an error report goes alone',
      facts({ waiting: [row(1, { sink: 'sentry' }), row(2, { sink: 'sentry' })] }),
      { step: 'send', sink: 'sentry', ids: [1] },
    ],
    [
      'one sink waits, the other goes',
      facts({ waiting: [row(1), row(2, { sink: 'sentry' })], sinks: posthog({ notBefore: NOW + 9 }) }),
      { step: 'send', sink: 'sentry', ids: [2] },
    ],
  ])('%s', (_name, given, expected) => {
    expect(flushPlan(given)).toEqual(expected);
  });
});

describe('what an answer means', () => {
  const state: SinkState = { notBefore: 5, failures: 2, batch: 8, refusedIn: null };
  const answered = (status: number | null, count = 8) =>
    settle({
      ...{ sink: 'posthog', state, count, appVersion: '1.0.0', now: NOW, random: 0 },
      answer: status === null ? null : { status, text: '' },
    });
  test.each([
    [200, 'sent', { notBefore: 0, failures: 0, batch: 16, refusedIn: null }],
    [400, 'refused', { ...state, refusedIn: '1.0.0' }],
    [401, 'refused', { ...state, refusedIn: '1.0.0' }],
    [403, 'refused', { ...state, refusedIn: '1.0.0' }],
    [413, 'keep', { ...state, batch: 4 }],
    ...[429, 500, 502, 503, 504, 404, 302, 204, 0, null].map(
      (status) => [status, 'keep', { ...state, failures: 3, notBefore: NOW + 120_000 }] as const,
    ),
  ] as const)('%s: %s', (status, outcome, expected) => {
    expect(answered(status)).toEqual({ outcome, state: expected });
  });

  test('one event that is too large is refused, and the sink goes on', () => {
    expect(answered(413, 1)).toEqual({ outcome: 'tooLarge', state });
  });

  test('waits double up to six hours, half of each left to chance', () => {
    expect([1, 2, 3, 4].map((failures) => waitAfter(failures, 0))).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(waitAfter(1, 0.999999)).toBe(60_000);
    for (const failures of [20, 50, 2000]) expect(waitAfter(failures, 1)).toBe(LONGEST_WAIT);
  });
});

describe('how much may wait', () => {
  test('what is older than a week goes first, then what is too much, oldest first', () => {
    const rows = many(1002, { at: NOW });
    expect(overflow(rows, NOW)).toEqual([1, 2].map((id) => ({ id, why: 'tooMany' })));
    const old = [row(1, { at: NOW - bounds.posthog.age - 1 }), ...many(3).map((one) => ({ ...one, id: one.id + 1 }))];
    expect(overflow(old, NOW)).toEqual([{ id: 1, why: 'tooOld' }]);
  });

  test('bytes are bounded, and error reports never push out events', () => {
    const big = many(10, { bytes: 150_000, at: NOW });
    expect(overflow(big, NOW).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    const errors = many(60, { sink: 'sentry', at: NOW });
    const out = overflow([row(900, { at: NOW }), ...errors], NOW);
    expect(out).toHaveLength(10);
    expect(out.every(({ id }) => id <= 10)).toBe(true);
  });
});

test('P04 an agreement needs both places to say the same', () => {
  const receipt: Receipt = { number: 1, since: 2, state: 'granted', policyVersion: '3.0.0', by: 'options', epoch: 0 };
  const inside = { receipt, installationId: 'a' };
  expect(agreementOf(receipt, inside)).toMatchObject({ number: 1, installationId: 'a' });
  const others: (Receipt | null)[] = [
    null,
    { ...receipt, state: 'denied' },
    { ...receipt, number: 2 },
    { ...receipt, since: 3 },
    { ...receipt, policyVersion: '3.0.1' },
  ];
  for (const other of others) {
    expect(agreementOf(other, inside)).toBeNull();
    expect(agreementOf(receipt, other && { receipt: other, installationId: 'a' })).toBeNull();
  }
  expect(agreementOf(receipt, { receipt, installationId: null })).toBeNull();
  expect(agreementOf({ ...receipt, epoch: 4 }, inside)?.epoch).toBe(4);
});
