import type { Context } from '../../../lib/background/context.ts';
import { decide, isChanging } from '../../../lib/background/handlers.ts';
import { isRefused, type RefusalReason } from '../../../lib/domain/refusal.ts';
import type { Command } from '../../../lib/messaging/commands.ts';
import { exportJson } from '../../../lib/storage/export.ts';
import { Journal } from '../../../lib/storage/journal.ts';
import type { Notice } from '../../../lib/storage/notice.ts';
import { type Disk, type Fate, memoryCopy, memoryDatabase, memoryLock } from './memory.ts';

let ids = 0;
/** Ids that look like UUIDs and differ in their last digits, as the random ends of real ones do. */
const newId = (): string => `00000000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`;

/** A worker over a disk in memory: what a browser starts, and kills. */
export class MemoryWorker {
  readonly notices: Notice[] = [];
  readonly refusals: RefusalReason[] = [];
  readonly journal: Journal;

  /** @param copyFull whether writing the second copy fails now */
  constructor(disk: Disk, fate: Fate, copyFull: () => boolean = () => false, database = memoryDatabase(disk, fate)) {
    this.journal = new Journal({
      database,
      copy: memoryCopy(disk, fate, copyFull),
      lock: memoryLock(),
      onNotice: (notice) => this.notices.push(notice),
    });
  }

  async send(command: Command, now: number, zone = 'Europe/Berlin'): Promise<'done' | 'behind' | 'refused'> {
    const context: Context = { now, zone, lastAlive: () => null, newId };
    if (command.type === 'undo' || command.type === 'redo') {
      const undone = await (command.type === 'undo' ? this.journal.undo(command.step) : this.journal.redo());
      if (isRefused(undone)) this.refusals.push(undone.refused);
      return isRefused(undone) ? 'refused' : undone.copyBehind ? 'behind' : 'done';
    }
    if (!isChanging(command)) throw new Error(`${command.type} changes nothing`);
    const committed = await this.journal.commit((reader) => decide(reader, command, context), command.type);
    if (isRefused(committed)) this.refusals.push(committed.refused);
    return isRefused(committed) ? 'refused' : committed.copyBehind ? 'behind' : 'done';
  }

  export(): Promise<string> {
    return this.journal.read(exportJson);
  }
}
