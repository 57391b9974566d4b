import { isRefused, type Refused } from '../domain/refusal.ts';
import { isBulk, rewriteMany } from './bulk.ts';
import type { Change } from './changes.ts';
import { exportJson, exportSecondCopy } from './export.ts';
import { beginToFollow, followSlice } from './follow.ts';
import { emptyHeader, nextHeader } from './header.ts';
import { type Deed, historyAfter } from './history.ts';
import type { Header, Item } from './items.ts';
import type { Copies } from './mend.ts';
import { SCHEMA } from './migrations.ts';
import type { Notice } from './notice.ts';
import { type DatabaseTransaction, SLICE } from './ports.ts';
import { JournalReader } from './reader.ts';
import { recover } from './recover.ts';
import { type Everything, replaceEverything } from './replace.ts';
import { retotal, rewrite } from './rewrite.ts';
import { bringBack, takeBack, type Undone } from './take-back.ts';

/** What a command wants done. No changes: nothing is written and no number is used. */
export interface Decision<T> {
  readonly changes: readonly Change[];
  readonly result: T;
  /** Told while many pages are written, 0 to 1. What it throws ends the commit; then nothing is written. */
  readonly onSlice?: (share: number) => void;
}

export interface Committed<T> {
  readonly result: T;
  /** The step to give back to undo it; null when there is nothing to undo. */
  readonly undo: number | null;
  /** True when the second copy could not be written and will follow. */
  readonly copyBehind: boolean;
}

export interface JournalParts extends Copies {
  /** Runs one body at a time across every context of the extension. */
  readonly lock: <T>(body: () => Promise<T>) => Promise<T>;
  /** Told once when a start found the copies different and mended them. */
  readonly onNotice: (notice: Notice) => void;
}

interface Written {
  /** Null: too many to be held; they stand in the database. */
  readonly items: readonly Item[] | null;
  readonly before: Header;
  readonly after: Header;
  readonly undo: number | null;
}

/** The person's data in two copies. The only way to write it. */
export class Journal {
  readonly #parts: JournalParts;
  #recovered: Promise<void> | null = null;
  /** The second copy's header as last read or written here. */
  #copyHeader: Header | null = null;
  #following: Promise<void> | null = null;
  /** Something newer than what the second copy was given so far stands in the database. */
  #followAnew = false;

  constructor(parts: JournalParts) {
    this.#parts = parts;
  }

  /** Compares the copies, once in a worker's life; `verify` counts them through: once in a browser's. */
  ready(verify: boolean): Promise<void> {
    return this.#parts.lock(() => this.#recover(verify));
  }

  /** Without it the popup has nothing to show. */
  async hasSecondCopy(): Promise<boolean> {
    return (await this.#parts.copy.header()) !== null;
  }

  /**
   * Carries out what `decide` says of the journal as it stands, in one transaction and then in the second copy.
   * @param act type of the command when a person did it, who can then undo it; null for what the worker does by itself
   */
  commit<T>(
    decide: (reader: JournalReader) => Promise<Decision<T> | Refused>,
    act: string | null = null,
  ): Promise<Committed<T> | Refused> {
    return this.#commit(decide, act === null ? null : { act });
  }

  /** Takes back the last step, or the given one, unless what it changed was changed again since. */
  undo(step?: number): Promise<Committed<Undone> | Refused> {
    return this.#commit((reader) => takeBack(reader, step), null);
  }

  /** Does again what was taken back last. */
  redo(): Promise<Committed<Undone> | Refused> {
    return this.#commit(bringBack, null);
  }

  #commit<T>(
    decide: (reader: JournalReader) => Promise<(Decision<T> & { readonly deed?: Deed }) | Refused>,
    act: Deed | null,
  ): Promise<Committed<T> | Refused> {
    return this.#parts.lock(async () => {
      await this.#recover(false);
      let written: Written | null = null;
      const decision = await this.#transact(async (tx) => {
        const reader = new JournalReader(tx);
        const before = await reader.begin();
        const decided = await decide(reader);
        if (isRefused(decided) || decided.changes.length === 0) return decided;
        written = await write(tx, reader, before, decided, decided.deed ?? act);
        return decided;
      });
      if (isRefused(decision)) return decision;
      const copied = written === null || (await this.#copy(written));
      return { result: decision.result, undo: (written as Written | null)?.undo ?? null, copyBehind: !copied };
    });
  }

  /** Puts everything in place of all there is, in one transaction; the second copy follows. It cannot be undone. */
  replace(
    decide: (reader: JournalReader) => Promise<Everything>,
    onSlice: (share: number) => void,
  ): Promise<Committed<null>> {
    return this.#parts.lock(async () => {
      await this.#recover(false);
      const written = await this.#transact(async (tx): Promise<Written> => {
        const reader = new JournalReader(tx);
        const before = await reader.begin();
        if (!before) throw new Error('the database has no header');
        const after = await replaceEverything(tx, before, await decide(reader), onSlice);
        return { items: null, before, after, undo: null };
      });
      return { result: null, undo: null, copyBehind: !(await this.#copy(written)) };
    });
  }

  /**
   * Nothing of what a person had is left, in either copy, and none of it comes back (docs/storage.md, rule 4): the second
   * copy first says that all of it is erased, so that whatever a kill leaves behind is dropped at the next start.
   */
  erase(): Promise<void> {
    return this.#parts.lock(async () => {
      const { database, copy } = this.#parts;
      const ofDatabase = await database.transact((tx) => tx.header()).catch(() => null);
      const n = Math.max(ofDatabase?.n ?? 0, (await copy.header())?.n ?? 0) + 1;
      const header: Header = { ...emptyHeader(SCHEMA), n, base: n };
      await copy.write([], header);
      this.#copyHeader = header;
      await this.#transact(async (tx) => {
        tx.clear();
        tx.putHeader(header);
      });
      await copy.remove(await copy.keys());
    });
  }

  /** Everything as JSON text; from the second copy when the database cannot be read. */
  async export(): Promise<string> {
    try {
      return await this.read(exportJson);
    } catch (problem) {
      if (!(await this.hasSecondCopy())) throw problem;
      return exportSecondCopy(this.#parts.copy);
    }
  }

  /** Reads the journal as of the last commit. */
  read<T>(body: (reader: JournalReader) => Promise<T>): Promise<T> {
    return this.#parts.lock(async () => {
      await this.#recover(false);
      return this.#transact((tx) => body(new JournalReader(tx)));
    });
  }

  /** Brings the second copy up to date, a slice at a time, letting commands in between. */
  follow(): Promise<void> {
    this.#following ??= this.#followToEnd().finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  async #followToEnd(): Promise<void> {
    let below: string | null = null;
    do {
      const from: string | null = below;
      below = await this.#parts.lock(async () => {
        const next = await followSlice(this.#parts, this.#followAnew ? null : from);
        this.#followAnew = false;
        this.#copyHeader = await this.#parts.copy.header();
        return next;
      });
    } while (below !== null);
  }

  /** After a problem the copies are compared again: the database may have been lost under a living worker. */
  async #transact<T>(body: (tx: DatabaseTransaction) => Promise<T>): Promise<T> {
    try {
      return await this.#parts.database.transact(body);
    } catch (problem) {
      this.#recovered = null;
      throw problem;
    }
  }

  #recover(verify: boolean): Promise<void> {
    this.#recovered ??= this.#compare(verify).catch((problem: unknown) => {
      this.#recovered = null;
      throw problem;
    });
    return this.#recovered;
  }

  async #compare(verify: boolean): Promise<void> {
    const recovery = await recover(this.#parts, verify);
    this.#copyHeader = await this.#parts.copy.header();
    if (recovery.notice) this.#parts.onNotice(recovery.notice);
    if (recovery.follow) void this.follow().catch(() => undefined); // resumed at the next start
  }

  /** @returns false when the second copy could not be written: the database then says that it is behind. */
  async #copy({ items, before, after }: Written): Promise<boolean> {
    const { database, copy } = this.#parts;
    try {
      // another context may have written since this one looked: a page that imports has a journal of its own
      const there = this.#copyHeader?.n === before.n ? this.#copyHeader : await copy.header();
      const since = there?.n ?? 0;
      const missing =
        items !== null && since === before.n ? items : await database.transact((tx) => newerThan(tx, since));
      const header = { ...after, behind: there?.behind ?? (missing === null ? since : null) };
      if (missing === null) await beginToFollow(this.#parts, header, since);
      else await copy.write(missing, header);
      this.#followAnew ||= missing === null;
      this.#copyHeader = header;
      if (header.behind !== null) void this.follow().catch(() => undefined); // resumed by the next commit or start
      if (after.behind !== null) await database.transact(async (tx) => tx.putHeader({ ...after, behind: null }));
      return true;
    } catch {
      this.#copyHeader = null;
      this.#followAnew = true;
      if (after.behind === null) await database.transact(async (tx) => tx.putHeader({ ...after, behind: before.n }));
      return false;
    }
  }
}

async function write(
  tx: DatabaseTransaction,
  reader: JournalReader,
  before: Header | null,
  { changes, onSlice }: Decision<unknown>,
  deed: Deed | null,
): Promise<Written> {
  if (!before) throw new Error('the database has no header');
  const n = before.n + 1;
  const undo = stepOf(deed, n);
  if (isBulk(changes)) {
    const after = { ...(await rewriteMany(tx, reader, before, changes, onSlice)), schema: SCHEMA };
    tx.putHeader(after);
    await note(tx, reader, changes, deed, n);
    return { items: null, before, after, undo };
  }
  const items = await rewrite(reader, changes, n);
  const after = { ...nextHeader(before, items.before, items.after, n), schema: SCHEMA };
  tx.put(items.after);
  tx.putHeader(after);
  await Promise.all([retotal(tx, items), note(tx, reader, changes, deed, n)]);
  return { items: items.after, before, after, undo };
}

/** Items for one batch of the second copy; null when they are too many. */
async function newerThan(tx: DatabaseTransaction, n: number): Promise<readonly Item[] | null> {
  const keys = await tx.keysNewerThan(n);
  return keys.length > SLICE ? null : tx.newerThan(n);
}

/** Keeps the way back. Taking back and doing again need no row of their own: that of the step has both ways. */
async function note(
  tx: DatabaseTransaction,
  reader: JournalReader,
  changes: readonly Change[],
  deed: Deed | null,
  n: number,
): Promise<void> {
  if (deed === null) return;
  const { history, forgotten } = historyAfter(await reader.history(), deed, n);
  tx.putHistory(history);
  if ('act' in deed) tx.putUndo({ step: n, schema: SCHEMA, act: deed.act, changes });
  tx.forgetUndo(forgotten);
}

function stepOf(deed: Deed | null, n: number): number | null {
  if (deed === null || 'takesBack' in deed) return null;
  return 'bringsBack' in deed ? deed.bringsBack : n;
}
