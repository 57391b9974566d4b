import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second in /proc, the same on every Linux that Chromium runs on. */
const TICKS = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function readProcess(pid: number): Process | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number); // from the third field on
    const [utime, stime, ofChildren, ofChildrenInKernel] = fields.slice(11, 15);
    const ticks = (utime ?? 0) + (stime ?? 0) + (ofChildren ?? 0) + (ofChildrenInKernel ?? 0);
    return { pid, parent: fields[1] ?? 0, ticks };
  } catch {
    return null; // it ended meanwhile
  }
}

/** CPU seconds so far of a process, all that descend from it, and those of them that ended and were waited for. */
export function cpuSeconds(root: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const processes = pids.flatMap((pid) => readProcess(Number(pid)) ?? []);
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
    grown = family.size > before;
  }
  return processes.filter(({ pid }) => family.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS;
}
