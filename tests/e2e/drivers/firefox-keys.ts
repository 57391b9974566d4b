// https://w3c.github.io/webdriver/#keyboard-actions
const special: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

const keyboard = (actions: readonly KeyAction[]) => ({ type: 'key', id: 'keyboard', actions });

/** A key or chord, named like `Control+Enter`. */
export function chord(keys: string) {
  const values = (keys === '+' ? ['+'] : keys.split('+')).map((key) => special[key] ?? key);
  const down = values.map((value): KeyAction => ({ type: 'keyDown', value }));
  const up = values.toReversed().map((value): KeyAction => ({ type: 'keyUp', value }));
  return keyboard([...down, ...up]);
}

/** The same text, character by character. */
export function typing(text: string) {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return keyboard(
    characters.flatMap((value): KeyAction[] => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  );
}
