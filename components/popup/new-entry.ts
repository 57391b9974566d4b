import { dayOf } from '../../lib/domain/civil.ts';
import type { Instant, Span, TimeEntry } from '../../lib/domain/entry.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import type { PopupData } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const onMinute = (instant: Instant): Instant => Math.floor(instant / MINUTE) * MINUTE;

/** The time that was most likely forgotten: from the end of today's last entry until what runs, or now. */
export function spanToAdd({ running, pages }: Pick<PopupData, 'running' | 'pages'>, now: Instant): Span {
  const zone = Temporal.Now.timeZoneId();
  const end = onMinute(Math.min(now, running?.start ?? now));
  const today = pages.find(({ day }) => day === dayOf(now, zone))?.entries ?? [];
  const last = Math.max(...today.map((entry) => entry.end).filter((ended) => ended < end));
  const start = Number.isFinite(last) ? Math.ceil(last / MINUTE) * MINUTE : end - HOUR;
  return { start: Math.min(start, end), end };
}

/** An entry as it is before anything was typed. It is stored nowhere. */
export const newEntry = (span: Span, settings: Settings): TimeEntry => ({
  id: '',
  number: 0,
  description: '',
  projectId: settings.defaultProjectId,
  taskId: null,
  tagIds: [],
  billable: false,
  ...span,
  zone: settings.zone ?? Temporal.Now.timeZoneId(),
  origin: 'manual',
  rate: null,
  created: 0,
  changed: 0,
});
