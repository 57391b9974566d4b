import { NotMeasured, type Role, type Subject } from './subjects.ts';

/** Milliseconds by the name of what was measured. */
export type Reading = Readonly<Record<string, number>>;

/** What was read of each in the same rounds. */
export type Series = Readonly<Record<Role, readonly number[]>>;

export type Outcome = { readonly series: Series } | { readonly missing: string };
export type Outcomes = ReadonlyMap<string, Outcome>;

const WARM_UP = 2;

/**
 * Takes a reading of each subject in turn, in another order every round, so that what the machine does meanwhile falls
 * on all alike. The first rounds are not counted.
 * @param names what a reading tells; one that could not be taken is missing under all its names
 */
export async function alternate(
  subjects: readonly Subject[],
  samples: number,
  names: readonly string[],
  read: (subject: Subject) => Promise<Reading>,
): Promise<Outcomes> {
  const readings: Record<Role, Reading[]> = { subject: [], floor: [], control: [] };
  try {
    for (let round = -WARM_UP; round < samples; round += 1) {
      for (let i = 0; i < subjects.length; i += 1) {
        const subject = subjects[(i + round + WARM_UP) % subjects.length];
        if (!subject) continue;
        const reading = await read(subject);
        if (round >= 0) readings[subject.role].push(reading);
      }
    }
  } catch (problem) {
    if (!(problem instanceof NotMeasured)) throw problem;
    return new Map(names.map((name) => [name, { missing: problem.message }]));
  }
  return new Map(names.map((name) => [name, collect(readings, name)]));
}

function collect(readings: Record<Role, readonly Reading[]>, name: string): Outcome {
  const of = (role: Role): number[] => readings[role].flatMap((reading) => reading[name] ?? []);
  const series = { subject: of('subject'), floor: of('floor'), control: of('control') };
  const complete = series.subject.length > 0 && series.floor.length > 0;
  return complete ? { series } : { missing: 'never seen in the page' };
}
