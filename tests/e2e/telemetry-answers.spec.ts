import { setTimeout as pause } from 'node:timers/promises';
import type { Collector, Received } from '../collector/collector.ts';
import { until } from './drivers/waiting.ts';
import { expect, test } from './telemetry-test.ts';

interface Said {
  readonly name: string;
  readonly reply: Collector['reply'];
  /** The states that the log's rows end in, and how many requests that takes. */
  readonly states: readonly string[];
  readonly requests: number;
}

const uuidsIn = ({ body }: Received): number => body.match(/"uuid"/g)?.length ?? 0;

const breaks = (): 'break' => 'break';

const answers: readonly Said[] = [
  { name: 'yes, slowly', reply: () => ({ status: 200, afterMs: 900 }), states: ['sent'], requests: 1 },
  {
    name: 'yes, in words nobody knows',
    reply: () => ({ status: 200, text: '<html>\0{' }),
    states: ['sent'],
    requests: 1,
  },
  { name: 'no: misshapen', reply: () => ({ status: 400, text: 'bad' }), states: ['refused'], requests: 1 },
  { name: 'no: unknown key', reply: () => ({ status: 401 }), states: ['refused'], requests: 1 },
  {
    name: 'too large, until it is not',
    reply: (one) => ({ status: uuidsIn(one) > 20 ? 413 : 200 }),
    states: ['sent', 'waiting'], // what is left gathers again, for a minute
    requests: 3, // 50, 25, 12
  },
  {
    name: 'later: too many',
    reply: () => ({ status: 429, headers: { 'Retry-After': '1' } }),
    states: ['waiting'],
    requests: 1,
  },
  { name: 'later: broken', reply: () => ({ status: 500 }), states: ['waiting'], requests: 1 },
  {
    name: 'elsewhere',
    reply: () => ({ status: 302, headers: { Location: 'https://localhost/' } }),
    states: ['waiting'],
    requests: 1,
  },
  { name: 'nothing', reply: breaks, states: ['waiting'], requests: 1 },
];

test('whatever the receiver answers, the timer goes on, and nothing is asked again too soon', async ({
  behind,
  collector,
}) => {
  for (const { name, reply, states, requests } of answers) {
    collector.reply = reply;
    await behind.agree();
    await behind.tell({ type: 'telemetry.emptyLog' });
    const before = collector.received.length;
    await behind.happen(49);
    await behind.restartWorker();
    const work = { description: name, project: null, task: null, tags: [], billable: false };
    expect(await behind.send({ type: 'timer.start', work }), name).toMatchObject({ done: true });
    const seen = async (): Promise<boolean> => {
      const rows = (await behind.log()).filter(({ event }) => event === 'report.viewed');
      const tried = rows.filter(({ attempts }) => attempts > 0);
      // a row that is being sent also waits; it has an answer, or a time for the next try, when that is over
      const over = tried.filter(
        ({ state, retryAt, answer }) => state !== 'waiting' || retryAt !== null || answer !== null,
      );
      return tried.length >= 49 && over.length === tried.length && tried.some(({ state }) => state === states[0]);
    };
    await until(`${name}: all to be ${states}`, seen);
    await behind.restartWorker();
    await pause(300);
    const made = collector.received.slice(before).map(({ body }) => body);
    // a browser repeats a request by itself when a connection it had kept breaks: the same bytes
    expect(reply === breaks ? new Set(made).size : made.length, name).toBe(requests);
    const row = (await behind.log()).find(({ event }) => event === 'report.viewed');
    if (states[0] === 'refused') expect(row?.answer?.status, name).toBeGreaterThan(399);
    if (states[0] === 'waiting') expect(row?.retryAt, name).toBeGreaterThan(Date.now() + 20_000);
    await behind.withdraw(); // and agreeing again begins afresh
  }
  expect(collector.received.map(({ method }) => method)).not.toContain('OPTIONS');
});
