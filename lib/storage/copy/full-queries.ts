/** All that the popup reads after its first picture; entrypoints/popup/queries.ts imports it later. */
export { readRecently } from './popup-queries.ts';
export { readCatalogue } from './values.ts';
