/** What only the owner of the product knows. `npm run release` refuses while a value still says TO BE FILLED IN. */
export const product = {
  repository: 'TO BE FILLED IN: https address of the source code',
  privacyContact: 'TO BE FILLED IN: e-mail address for questions about privacy',
  chromeStoreId: 'TO BE FILLED IN: id given by the Chrome Web Store',
  /** Any string shaped like an e-mail address; it must never change once published. */
  firefoxId: 'timetracker@to-be-filled-in.invalid',
} as const;

/** What the owner has filled in; null before that, so that the product can say so instead of showing a wrong address. */
export const given = (value: string): string | null => (value.startsWith('TO BE FILLED IN') ? null : value);
