import { type Act, type Acts, type Make, pick, pieceOf, started } from './act.ts';
import type { Found } from './found.ts';
import { naming, type Piece, type State, samePiece } from './state.ts';

export const favouriteActs = {
  pin: (state, dice) => {
    const piece = pieceOf(dice);
    return {
      command: (found) => ({ type: 'favourite.add', work: found.work(piece) }),
      next: () =>
        state.favourites.some((favourite) => samePiece(favourite, piece))
          ? state
          : { ...naming(state, piece), favourites: [...state.favourites, piece] },
    };
  },
  unpin: onFavourite((state, favourite, id) => ({
    command: (found) => ({ type: 'favourite.remove', id: id(found) }),
    next: () => ({ ...state, favourites: state.favourites.filter((other) => other !== favourite) }),
  })),
  startPinned: onFavourite((state, favourite, id) => ({
    command: (found) => ({ type: 'favourite.start', id: id(found) }),
    next: (now) => started(state, favourite, now),
  })),
  putFirst: onFavourite((state, favourite, id) => ({
    command: (found) => ({ type: 'favourite.reorder', ids: [id(found)] }),
    next: () =>
      state.favourites[0] === favourite
        ? state
        : { ...state, favourites: [favourite, ...state.favourites.filter((other) => other !== favourite)] },
  })),
} as const satisfies Acts;

function onFavourite(make: (state: State, favourite: Piece, id: (found: Found) => string) => Act): Make {
  return (state, dice) => {
    const favourite = pick(state.favourites, dice[0]);
    if (!favourite) return null;
    return make(state, favourite, ({ has }) => has.favourites[state.favourites.indexOf(favourite)]?.id ?? '');
  };
}
