import fc from 'fast-check';
import type { DayTotal } from '../../lib/domain/totals.ts';
import type { Command } from '../../lib/messaging/commands.ts';
import type { Dice } from './act.ts';
import { type ActName, acts, makeAct } from './acts.ts';
import { Found, textOf } from './found.ts';
import { emptyState, type State } from './state.ts';

/** The real thing: a worker with its database, in this process or in a browser. */
export interface Real {
  /** @returns the reason when it was refused */
  readonly send: (command: Command) => Promise<string | null>;
  readonly export: () => Promise<string>;
  readonly totals: () => Promise<readonly DayTotal[]>;
  readonly restart: () => Promise<void>;
  /** Whether undo and redo are offered; absent where asking would take too long. */
  readonly offers?: () => Promise<{ readonly undo: boolean; readonly redo: boolean }>;
  /** The time at which the next command will be carried out, as near as can be known; it moves on by itself or is moved. */
  readonly now: () => number;
  /** The time at which the last command was carried out, from what it left behind. */
  readonly carriedOutAt: (text: string, sent: number) => number;
}

export interface Step {
  readonly name: ActName | 'undo' | 'redo' | 'restart';
  readonly dice: Dice;
}

/** What makes something to act on comes more often. */
const names = [
  ...(Object.keys(acts) as ActName[]),
  ...(['start', 'start', 'start', 'add', 'add', 'add', 'add', 'retime'] as const),
  ...(['undo', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'restart'] as const),
] as const;
const die = fc.nat({ max: 119 });
const steps: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...names),
  dice: fc.tuple(die, die, die),
});
/** Long enough to have something to act on. */
export const sequences = (least: number, most: number): fc.Arbitrary<Step[]> =>
  fc.array(steps, { minLength: least, maxLength: most, size: 'max' });

interface Past {
  readonly state: State;
  readonly text: string;
}

/** Does the steps in the model and in the real thing. @throws with what went wrong at the first difference */
export async function compare(real: Real, todo: readonly Step[], from: State = emptyState): Promise<void> {
  let current: Past = { state: from, text: await real.export() };
  const done: Past[] = [];
  const undone: Past[] = [];
  const fail = (step: Step, what: string): never => {
    throw new Error(`after ${step.name} ${step.dice.join(',')}: ${what}`);
  };
  for (const step of todo) {
    if (step.name === 'restart') {
      await real.restart();
      continue;
    }
    if (step.name === 'undo' || step.name === 'redo') {
      const [source, target] = step.name === 'undo' ? [done, undone] : [undone, done];
      const to = source.pop();
      if (!to && from !== emptyState) continue; // what was before may still be undone
      const refused = await real.send({ type: step.name });
      if (refused !== (to ? null : step.name === 'undo' ? 'nothingToUndo' : 'nothingToRedo')) fail(step, `${refused}`);
      if (to) target.push(current);
      const text = await real.export();
      if (to && text !== to.text) fail(step, 'the bytes are not those from before');
      current = to ?? current;
    } else {
      const act = makeAct(step.name)(current.state, step.dice);
      if (!act) continue;
      const sent = real.now();
      const refused = await real.send(act.command(new Found(current.text), sent));
      const text = await real.export();
      const next = act.next(refused ? sent : real.carriedOutAt(text, sent), sent);
      if (refused !== (typeof next === 'string' ? next : null))
        fail(step, `${refused} instead of ${typeof next === 'string' ? next : 'done'}`);
      if (typeof next === 'string') {
        if (text !== current.text) fail(step, 'it was refused and changed something');
        continue;
      }
      if (next !== current.state) {
        done.push(current);
        undone.length = 0;
      }
      current = { state: next, text };
    }
    const wrong = difference(textOf(current.state), new Found(current.text).asText());
    if (wrong) fail(step, wrong);
    const offered = await real.offers?.();
    if (offered && offered.undo !== done.length > 0) fail(step, `undo is ${offered.undo ? '' : 'not '}offered`);
    if (offered && offered.redo !== undone.length > 0) fail(step, `redo is ${offered.redo ? '' : 'not '}offered`);
    const broken = brokenIn(current.text, await real.totals());
    if (broken.length > 0) fail(step, broken.join('; '));
  }
}

function difference(model: string, real: string): string | null {
  if (model === real) return null;
  const [expected, found] = [model.split('\n'), real.split('\n')];
  const lacks = expected.filter((line) => !found.includes(line));
  const more = found.filter((line) => !expected.includes(line));
  return `missing ${lacks.join(' ')} | there instead ${more.join(' ')}`;
}

/** What must hold whatever a person does. */
export function brokenIn(text: string, totals: readonly DayTotal[]): string[] {
  const { running, entries, favourites, paused, projects, tasks, tags } = new Found(text).has;
  const broken: string[] = [];
  const ids = new Set([...projects, ...tasks, ...tags].map(({ id }) => id));
  const works = [...entries, ...(running ? [running] : []), ...favourites];
  for (const { projectId, taskId, tagIds } of works) {
    const gone = [projectId, taskId, ...tagIds].filter((id) => id !== null && !ids.has(id));
    if (gone.length > 0) broken.push(`names ${gone.join()}, which is gone`);
    const task = tasks.find(({ id }) => id === taskId);
    if (task && task.projectId !== projectId) broken.push('a task of another project');
  }
  if (tasks.some((task) => !ids.has(task.projectId))) broken.push('a task without its project');
  if (paused && !entries.some(({ id }) => id === paused.entry.id)) broken.push('a break of an entry that is gone');
  if (paused && running) broken.push('a break while a timer runs');
  if (new Set(works.map((work) => ('number' in work ? work.number : work.id))).size !== works.length) {
    broken.push('a number twice');
  }
  const sums = new Map<string, number>();
  const add = (project: string | null, ms: number): void => {
    sums.set(`${project}`, (sums.get(`${project}`) ?? 0) + ms);
  };
  for (const { id, start, end, projectId } of entries) {
    if (end < start) broken.push(`${id} ends before it starts`);
    add(projectId, end - start);
  }
  for (const { rows } of totals) for (const { projectId, ms } of rows) add(projectId, -ms);
  const wrong = [...sums].filter(([, ms]) => ms !== 0);
  if (wrong.length > 0) broken.push(`totals differ from the sum of entries by ${JSON.stringify(wrong)}`);
  return broken;
}
