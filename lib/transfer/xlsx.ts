import { strToU8, Zip, ZipDeflate } from 'fflate';
import { ROWS_OF_A_SHEET, sheetFoot, sheetHead } from '../domain/export/sheet.ts';
import { workbookParts } from '../domain/export/workbook.ts';
import { FileParts } from '../platform/file-parts.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes a workbook row by row; what is more than a worksheet has room for goes on in the next. */
export class WorkbookWriter {
  readonly #parts = new FileParts();
  readonly #zip: Zip;
  readonly #rounded: boolean;
  #sheet: ZipDeflate | null = null;
  #sheets = 0;
  #rows = 0;

  constructor(rounded: boolean) {
    this.#rounded = rounded;
    this.#zip = new Zip((problem, bytes) => {
      if (problem) throw problem;
      this.#parts.add(bytes);
    });
  }

  rows(rows: readonly ((row: number) => string)[]): void {
    let waiting: string[] = [];
    const write = (): void => {
      if (waiting.length > 0) this.#open().push(strToU8(waiting.join('')));
      waiting = [];
    };
    for (const row of rows) {
      if (this.#rows + 1 === ROWS_OF_A_SHEET) {
        write();
        this.#close();
      }
      this.#rows += 1;
      waiting.push(row(this.#rows + 1));
    }
    write();
  }

  file(): Blob {
    this.#open();
    this.#close();
    for (const [path, text] of workbookParts(this.#sheets)) {
      const part = new ZipDeflate(path);
      this.#zip.add(part);
      part.push(strToU8(text), true);
    }
    this.#zip.end();
    return this.#parts.file(TYPE);
  }

  #open(): ZipDeflate {
    if (this.#sheet) return this.#sheet;
    this.#sheets += 1;
    this.#sheet = new ZipDeflate(`xl/worksheets/sheet${this.#sheets}.xml`, { level: 3 });
    this.#zip.add(this.#sheet);
    this.#sheet.push(strToU8(sheetHead(this.#rounded)));
    return this.#sheet;
  }

  #close(): void {
    this.#sheet?.push(strToU8(sheetFoot), true);
    this.#sheet = null;
    this.#rows = 0;
  }
}
