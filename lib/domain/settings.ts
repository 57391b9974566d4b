import type { Rate } from './rate.ts';

export interface Settings {
  /** Minutes without a sign of life after which the person is asked, 1 to 480; null: never. */
  readonly awayAfter: number | null;
  /** ISO weekday 1 (Monday) to 7; null: as the locale has it. */
  readonly weekStartsOn: number | null;
  /** ISO 4217; null: from the locale's region. */
  readonly currency: string | null;
  readonly defaultRate: Rate | null;
}

export const defaultSettings: Settings = { awayAfter: 10, weekStartsOn: null, currency: null, defaultRate: null };
