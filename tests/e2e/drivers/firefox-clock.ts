import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const clockPage = 'moved-clock.html';

export const clockKey = 'movedClockOffset';

/** How old the difference may be that a page or the event page goes by. */
export const rereadMs = 100;

/**
 * Firefox does not start with libfaketime, so its extension gets the moved clock in a copy of its own: a script that
 * runs before any other moves Date and Temporal.Now. The difference stands in localStorage, which event page and pages
 * read at once and alike; `offsetMs` is for a storage that a kill has emptied.
 */
const script = (offsetMs: number) => `
(() => {
  const RealDate = Date;
  const realNow = RealDate.now;
  let offset = 0;
  let readAt = -Infinity;
  const read = () => {
    readAt = performance.now();
    offset = Number(localStorage.getItem('${clockKey}') ?? ${offsetMs});
  };
  const now = () => {
    if (performance.now() - readAt > ${rereadMs}) read();
    return realNow() + offset;
  };
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  RealDate.prototype.constructor = globalThis.Date;
  if (!globalThis.Temporal) return;
  const instant = () => Temporal.Instant.fromEpochMilliseconds(now());
  const zoned = (zone = Temporal.Now.timeZoneId()) => instant().toZonedDateTimeISO(zone);
  Object.assign(Temporal.Now, {
    instant,
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone) => zoned(zone).toPlainTime(),
  });
})();
`;

interface Manifest {
  background: { scripts: string[] };
}

export function writeClockScript(copyDir: string, offsetMs: number): void {
  writeFileSync(join(copyDir, 'moved-clock.js'), script(offsetMs));
}

/** Makes or renews the copy of an extension whose clock can be moved. */
export function copyWithClock(extensionDir: string, copyDir: string): void {
  rmSync(copyDir, { recursive: true, force: true });
  cpSync(extensionDir, copyDir, { recursive: true });
  const manifestFile = join(copyDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  manifest.background.scripts.unshift('moved-clock.js');
  writeFileSync(manifestFile, JSON.stringify(manifest));
  for (const page of readdirSync(copyDir).filter((name) => name.endsWith('.html'))) {
    const text = readFileSync(join(copyDir, page), 'utf8');
    writeFileSync(join(copyDir, page), text.replace(/<head>/i, '<head><script src="/moved-clock.js"></script>'));
  }
  writeFileSync(join(copyDir, clockPage), '<!doctype html><meta charset="utf-8"><title>Clock</title>');
}
