import { type AwayQuestion, resolveAway } from '../domain/away.ts';
import type { Id, RunningEntry, TimeEntry } from '../domain/entry.ts';
import { isRefused, type Refused, refuse } from '../domain/refusal.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Context, Handler } from './context.ts';
import { resolveWork } from './work-input.ts';
