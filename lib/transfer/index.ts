export { type ExportedFile, type ExportRequest, exportEntries } from './export.ts';
export { Cancelled } from './progress.ts';
export { countEntries, entriesOf } from './read-entries.ts';
