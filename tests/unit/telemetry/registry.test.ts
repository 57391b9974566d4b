import { expect, test } from 'vitest';
import type { Telemetry } from '../../../lib/telemetry/telemetry.ts';

/** Never called: that it compiles is the test. Each `@ts-expect-error` fails the type check when its line is right. */
function compiles(telemetry: Telemetry): void {
  void telemetry.record('timer.started', { entry_id: 1, project_id: 2, task_id: null });
  void telemetry.record('report.viewed');
  void telemetry.record('report.viewed', {});
  // @ts-expect-error an event that is not on the list
  void telemetry.record('timer.exploded', { entry_id: 1 });
  // @ts-expect-error a field that no event has
  void telemetry.record('timer.started', { entry_id: 1, file: 2 });
  // @ts-expect-error a field that this event does not have
  void telemetry.record('client.created', { client_id: 1, entry_id: 2 });
  // @ts-expect-error an event without fields
  void telemetry.record('report.viewed', { entry_id: 1 });
  // @ts-expect-error a field that is needed
  void telemetry.record('timer.started', {});
  // @ts-expect-error the same, left out altogether
  void telemetry.record('timer.started');
  // @ts-expect-error text in the place of a number
  void telemetry.record('timer.started', { entry_id: 'x' });
}

test('P08 an event or field that is not on the list does not compile', () => {
  expect(typeof compiles).toBe('function');
});
