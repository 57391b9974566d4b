// Functions that run inside a page of the extension. They are sent as text.

/** Brings an element into view and says whether it stands still there and a click in its middle would reach it. */
export async function canBeClicked(element: HTMLElement): Promise<boolean> {
  if (element.matches(':disabled')) return false;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  await new Promise((settle) => requestAnimationFrame(settle));
  const { left, top, width, height } = element.getBoundingClientRect();
  if (before.left !== left || before.top !== top) return false;
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== null && (element.contains(hit) || hit.contains(element));
}

/** Which of the elements has the focus; -1 for none. The last thing given is no element. */
export function placeOfFocus(...given: readonly unknown[]): number {
  return given.indexOf(document.activeElement);
}
