import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  openTelemetryDatabase,
  TELEMETRY_DATABASE,
  TelemetryStore,
  talliedLog,
} from '../../../lib/telemetry/database.ts';
import { tallied } from '../../../lib/telemetry/log-tally.ts';
import { type LogRow, states } from '../../../lib/telemetry/rows.ts';
import { fingerprintsIn } from '../../../lib/telemetry/view-log.ts';

const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
const rowOf = (id: number, day: number, state: number): LogRow => ({
  ...{ id, at: id, day: days[day] ?? '', event: 'report.viewed', sink: 'posthog', state: states[state] ?? 'sent' },
  ...{ why: null, field: null, body: '{}', bytes: id + 1, attempts: 0, changed: id, answer: null, retryAt: null },
  ...(state === 2 ? { fingerprint: `f${id % 3}` } : {}),
});

const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ put: fc.nat(9), day: fc.nat(2), state: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ trimFrom: fc.nat(2), ahead: fc.nat(2), most: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.constant({ clear: true }) },
);

test('P17 P23 what the page says the log holds is what it holds, whatever was noted, changed, trimmed and emptied', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await Dexie.delete(TELEMETRY_DATABASE);
      const { transact } = openTelemetryDatabase();
      for (const one of steps) {
        await transact(async (tx) => {
          if ('put' in one) await tx.putLog(rowOf(one.put, one.day, one.state));
          else if ('clear' in one) await tx.clearLog();
          else await tx.trimLog(days[one.trimFrom] ?? '', days[one.trimFrom + one.ahead] ?? '2026-11-23', one.most);
        });
      }
      const store = new TelemetryStore();
      const [rows, tally, fingerprints] = [
        await store.log.toArray(),
        await talliedLog(store),
        await fingerprintsIn(store),
      ];
      store.close();
      const sum = (of: readonly LogRow[]) => ({
        rows: of.length,
        bytes: of.reduce((all, { bytes }) => all + bytes, 0),
      });
      expect(tallied(tally)).toEqual(sum(rows));
      for (const day of days) expect(tallied(tally, { day })).toEqual(sum(rows.filter((row) => row.day === day)));
      for (const state of states)
        expect(tallied(tally, { state })).toEqual(sum(rows.filter((row) => row.state === state)));
      expect(fingerprints).toEqual([...new Set(rows.flatMap(({ fingerprint }) => fingerprint ?? []))].sort());
    }),
    { numRuns: 60 },
  );
});
