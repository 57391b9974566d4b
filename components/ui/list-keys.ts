/** Where a key moves the active option of an open list; null when it does not move it. -1 is no option. */
export function movedBy(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return active + 1 < count ? active + 1 : 0;
    case 'ArrowUp':
      return active > 0 ? active - 1 : count - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;
