import type { Colour } from '../../lib/domain/catalogue.ts';

/** The colour of a project; an empty square for none. Always beside the project's name. */
export const ProjectMark = ({ colour }: { colour: Colour | null }) => (
  <i class={colour === null ? 'mk none' : `mk c${colour}`} aria-hidden="true" />
);
