import type { Context, Handler } from '../../../lib/background/context.ts';
import { deleteEntry, updateEntry } from '../../../lib/background/entry-commands.ts';
import { continueEntry, discard, startTimer, stop, updateTimer } from '../../../lib/background/timer-commands.ts';
import { isRefused } from '../../../lib/domain/refusal.ts';
import type { Command } from '../../../lib/messaging/commands.ts';
import { exportJson } from '../../../lib/storage/export.ts';
import { Journal } from '../../../lib/storage/journal.ts';
import type { Notice } from '../../../lib/storage/notice.ts';
import { type Disk, type Fate, memoryCopy, memoryDatabase, memoryLock } from './memory.ts';

let ids = 0;
/** Ids that look like UUIDs and differ in their last digits, as the random ends of real ones do. */
const newId = (): string => `00000000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`;

const handlers: Partial<Record<Command['type'], Handler<never, object>>> = {
  'timer.start': startTimer,
  'timer.stop': stop,
  'timer.discard': discard,
  'timer.update': updateTimer,
  'timer.continue': continueEntry,
  'entry.update': updateEntry,
  'entry.delete': deleteEntry,
};

/** A worker over a disk in memory: what a browser starts, and kills. */
export class MemoryWorker {
  readonly notices: Notice[] = [];
  readonly journal: Journal;

  /** @param copyFull whether writing the second copy fails now */
  constructor(disk: Disk, fate: Fate, copyFull: () => boolean = () => false) {
    this.journal = new Journal({
      database: memoryDatabase(disk, fate),
      copy: memoryCopy(disk, fate, copyFull),
      lock: memoryLock(),
      onNotice: (notice) => this.notices.push(notice),
    });
  }

  async send(command: Command, now: number, zone = 'Europe/Berlin'): Promise<'done' | 'behind' | 'refused'> {
    const context: Context = { now, zone, lastAlive: null, newId };
    if (command.type === 'undo') {
      const undone = await this.journal.undo(command.step);
      return isRefused(undone) ? 'refused' : undone.copyBehind ? 'behind' : 'done';
    }
    const handler = handlers[command.type];
    if (!handler) throw new Error(`no handler for ${command.type}`);
    const committed = await this.journal.commit((reader) => handler(reader, command as never, context));
    return isRefused(committed) ? 'refused' : committed.copyBehind ? 'behind' : 'done';
  }

  export(): Promise<string> {
    return this.journal.read(exportJson);
  }
}
