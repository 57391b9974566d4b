import type { Favourite } from '../../lib/domain/favourite.ts';
import { sameWork } from '../../lib/domain/timer.ts';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProjectMark } from '../ui/ProjectMark.tsx';
import { descriptionInName, descriptionInSentence } from '../words-of-time.ts';
import { PinButton } from './PinButton.tsx';
import { runStopping } from './sentences.ts';
import type { PopupData } from './types.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly id: string;
  readonly data: Pick<PopupData, 'favourites' | 'projects' | 'running'>;
  readonly commands: Commands;
}

/** Pinned work: one click starts it. Up and Down move between, Alt with them reorders, Delete unpins. */
export function Favourites({ id, data, commands }: Props) {
  const { favourites, projects, running } = data;
  const isPinned = running !== null && favourites.some((favourite) => sameWork(favourite, running));
  const start = (favourite: Favourite) => runStopping(commands, { type: 'favourite.start', id: favourite.id });
  const unpin = (favourite: Favourite) =>
    void commands.run({ type: 'favourite.remove', id: favourite.id }, ({ undo }) =>
      commands.say(t('unpinned', descriptionInSentence(favourite.description)), undo),
    );
  const onKey = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-favourite]') : null;
    const at = favourites.findIndex((favourite) => favourite.id === row?.dataset['favourite']);
    const favourite = favourites[at];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!favourite || !row) return;
    if (event.key === 'Delete') unpin(favourite);
    else if (step !== 0 && event.altKey) reorder(commands, favourites, at, step);
    else if (step !== 0) focusIn(step === 1 ? row.nextElementSibling : row.previousElementSibling);
    else return;
    event.preventDefault();
  };
  return (
    <ul class="favourites" id={id} aria-label={t('favourites')} onKeyDown={onKey}>
      {favourites.map((favourite) => (
        <li class="favourite" key={favourite.id} data-favourite={favourite.id}>
          <button
            class="open"
            type="button"
            aria-label={t('startName', descriptionInName(favourite.description))}
            onClick={() => start(favourite)}
          >
            <Icon name="play" size={14} />
            <span class="trunc grow" dir="auto">
              {descriptionInName(favourite.description)}
            </span>
            <Project project={projects.get(favourite.projectId ?? '')} />
          </button>
          <button
            class="icon"
            type="button"
            aria-label={t('unpinName', descriptionInName(favourite.description))}
            title={t('unpin')}
            onClick={() => unpin(favourite)}
          >
            <Icon name="cross" size={14} />
          </button>
        </li>
      ))}
      {running && !isPinned && (
        <li class="favourite">
          <PinButton work={running} favourites={favourites} commands={commands} named />
        </li>
      )}
    </ul>
  );
}

const Project = ({ project }: { project: { name: string; colour: number } | undefined }) =>
  project ? (
    <span class="p">
      <ProjectMark colour={project.colour} />
      <span class="trunc" dir="auto">
        {project.name}
      </span>
    </span>
  ) : null;

const focusIn = (row: Element | null) => row?.querySelector<HTMLElement>('.open')?.focus();

function reorder(commands: Commands, favourites: readonly Favourite[], at: number, step: number): void {
  const ids = favourites.map(({ id }) => id);
  const [moved] = ids.splice(at, 1);
  if (moved === undefined || at + step < 0 || at + step > ids.length) return;
  ids.splice(at + step, 0, moved);
  void commands.run({ type: 'favourite.reorder', ids });
}
