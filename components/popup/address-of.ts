import { dayOf } from '../../lib/domain/civil.ts';
import type { EntryAddress, TimeEntry } from '../../lib/domain/entry.ts';

export const addressOf = ({ id, start, zone }: TimeEntry): EntryAddress => ({ day: dayOf(start, zone), id });
