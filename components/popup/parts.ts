import { part } from '../hooks/part.ts';

/** What shows stored entries, fetched beside the first script (scripts/chunks.ts). */
export const lately = part(() => import('./lately-parts.ts'));

/** The question about time away, for when there is one. */
export const away = part(() => import('./AwayPrompt.tsx'));

/** The view of one entry. */
export const edit = part(() => import('./EditEntry.tsx'));

/** An entry added by hand. */
export const add = part(() => import('./AddEntry.tsx'));

/** Many entries, to be changed or deleted at once. */
export const many = part(() => import('./SelectEntries.tsx'));

/** What the first picture does without: read as soon as that stands, so that it is there when it is asked for. */
export const later = part(() => import('./later-parts.ts'));

/** What only the side panel has room for. */
export const panel = part(() => import('./panel-parts.ts'));
