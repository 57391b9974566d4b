import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosenLooks, popupFile, popupLooks } from '../lib/domain/popup-file.ts';

/** Writes the built popup once for every look: see lib/domain/popup-file.ts. */
export function writePopupPages(folder: string): void {
  const [plain, ...others] = popupLooks.map((looks) => ({ looks, file: join(folder, popupFile(looks)) }));
  const html = plain && readFileSync(plain.file, 'utf8');
  for (const { looks, file } of others) {
    const said = Object.entries(chosenLooks(looks)).map(([name, value]) => ` data-${name}="${value}"`);
    writeFileSync(file, String(html).replace('<html', `<html${said.join('')}`));
  }
}
