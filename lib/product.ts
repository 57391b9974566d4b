/** What only the owner of the product knows. `npm run release` refuses while a value still says TO BE FILLED IN. */
export const product = {
  repository: 'TO BE FILLED IN: https address of the source code',
  privacyContact: 'TO BE FILLED IN: e-mail address for questions about privacy',
  chromeStoreId: 'TO BE FILLED IN: id given by the Chrome Web Store',
  /** Any string shaped like an e-mail address; it must never change once published. */
  firefoxId: 'timetracker@to-be-filled-in.invalid',
} as const;
