import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

/**
 * Turns the frames of an error report into places in the source:
 *   node scripts/readable-frames.ts chrome app:///background.js:1:23456 …
 * with the maps that the build of the same version left in .output/maps (a release attaches them as maps.zip). Lines and
 * columns count from 1, as in a report.
 */
const FRAME = /^(?:app:\/\/\/)?([A-Za-z0-9_./-]+\.js):(\d+):(\d+)$/;

export function readable(frame: string, maps: string): string {
  const [, file, line, column] = FRAME.exec(frame) ?? [];
  if (!file) return `${frame}: not like app:///background.js:1:23456`;
  const map = new SourceMap(JSON.parse(readFileSync(join(maps, `${file}.map`), 'utf8')));
  const found = map.findEntry(Number(line) - 1, Number(column) - 1);
  if (!('originalSource' in found)) return `${frame}: not in the map`;
  const source = found.originalSource.replace(/^(?:\.\.\/)+/, '');
  return `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`;
}

if (import.meta.main) {
  const [browser = '', ...frames] = process.argv.slice(2);
  if (!/^(chrome|firefox)$/.test(browser) || frames.length === 0) {
    console.error('node scripts/readable-frames.ts chrome|firefox app:///background.js:1:23456 …');
    process.exit(1);
  }
  for (const frame of frames) console.log(readable(frame, join('.output/maps', `${browser}-mv3`)));
}
