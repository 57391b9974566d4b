/** One line of a chart: what a measurement took, by how many entries were stored. */
export interface GrowthLine {
  readonly name: string;
  /** Entries, and milliseconds or bytes. */
  readonly points: readonly (readonly [entries: number, value: number])[];
}

interface Growth {
  readonly title: string;
  readonly lines: readonly GrowthLine[];
  /** How a value is written at the axis. */
  readonly written: (value: number) => string;
}

const WIDTH = 760;
const HEIGHT = 380;
const PLOT = { left: 70, right: 470, top: 50, bottom: 330 } as const;
/** Told apart by colour, dash and the name at the end of each line. */
const colours = ['#0A6C66', '#8A5600', '#3F5BD6', '#B3261E', '#6B3FA0', '#4B5563', '#0B7A3B', '#A6215F'];
const dashes = ['', '6 3', '2 3', '8 3 2 3'];
const NAME_HEIGHT = 15;

const powers = (least: number, most: number): number[] => {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power += 1)
    all.push(10 ** power);
  return all;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Names beside the ends of their lines, each pushed below the one before where they would cover it. */
function apart(wanted: readonly number[]): number[] {
  const placed = new Array<number>(wanted.length);
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, y] of [...wanted.entries()].sort((a, b) => a[1] - b[1])) {
    last = Math.max(y, last + NAME_HEIGHT);
    placed[i] = last;
  }
  return placed;
}

/** A chart with both axes in powers of ten: what grows with the entries rises, what does not lies flat. */
export function growthChart({ title, lines, written }: Growth): string {
  const drawn = lines.filter(({ points }) => points.length > 1);
  const all = drawn.flatMap(({ points }) => points);
  const [xs, ys] = [powers(...ends(all.map(([x]) => x))), powers(...ends(all.map(([, y]) => y)))];
  const scale = (ticks: readonly number[], from: number, to: number) => {
    const [low, high] = [Math.log10(ticks[0] ?? 1), Math.log10(ticks.at(-1) ?? 10)];
    return (value: number): number => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  };
  const x = scale(xs, PLOT.left, PLOT.right);
  const y = scale(ys, PLOT.bottom, PLOT.top);
  const names = apart(drawn.map(({ points }) => y(points.at(-1)?.[1] ?? 1)));
  const text = (at: number, down: number, said: string, anchor = 'start'): string =>
    `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" text-anchor="${anchor}">${escaped(said)}</text>`;
  const grid = [
    ...ys.map(
      (tick) =>
        `<path d="M${PLOT.left} ${y(tick).toFixed(1)}H${PLOT.right}" class="grid"/>${text(PLOT.left - 8, y(tick) + 4, written(tick), 'end')}`,
    ),
    ...xs.map(
      (tick) =>
        `<path d="M${x(tick).toFixed(1)} ${PLOT.top}V${PLOT.bottom}" class="grid"/>${text(x(tick), PLOT.bottom + 18, tick.toLocaleString('en'), 'middle')}`,
    ),
  ];
  const series = drawn.map(({ name, points }, i) => {
    const colour = colours[i % colours.length];
    const path = points.map(([at, value], j) => `${j === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`);
    const dots = points.map(
      ([at, value]) => `<circle cx="${x(at).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3" fill="${colour}"/>`,
    );
    const dash = dashes[i % dashes.length];
    return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ''}/>${dots.join('')}<g fill="${colour}">${text(PLOT.right + 10, (names[i] ?? 0) + 4, name)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
<style>text{font:12px sans-serif;fill:inherit}.grid{stroke:#8884;fill:none}</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<g fill="#1F2933">${text(PLOT.left, 24, title)}
${grid.join('\n')}
${text((PLOT.left + PLOT.right) / 2, PLOT.bottom + 38, 'entries stored', 'middle')}</g>
${series.join('\n')}
</svg>
`;
}

const ends = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
