import type { Settings } from './settings.ts';

type Looks = Pick<Settings, 'appearance' | 'density'>;

/**
 * The first is the plain one. The popup is painted before any script has run, and a script that must run first costs a tenth of that paint. So there is a
 * page for every look that a person can choose, all the same but for what stands in their first line (scripts/chunks.ts).
 */
export const popupLooks: readonly Looks[] = (['system', 'light', 'dark'] as const).flatMap((appearance) =>
  (['comfortable', 'compact'] as const).map((density) => ({ appearance, density })),
);

/** As the system has it goes without saying. */
export const chosenLooks = ({ appearance, density }: Looks): { theme?: string; density?: string } => ({
  ...(appearance === 'system' ? {} : { theme: appearance }),
  ...(density === 'comfortable' ? {} : { density }),
});

export const popupFile = (looks: Looks): string => `${['popup', ...Object.values(chosenLooks(looks))].join('-')}.html`;
