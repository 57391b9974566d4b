/** What a control is called: its exact accessible name, or a pattern where the name holds something that moves. */
export type Name = string | RegExp;

export interface Focused {
  readonly role: string;
  readonly name: string;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Device pixels to one CSS pixel; half the size at twice the scale is what a person sees at 200 % zoom. */
  readonly scale?: number;
}

/**
 * One page of the extension, seen and used as a person does: by role and accessible name, as the browser computes them.
 * Everything that looks for a control waits for it, at most 10 s, and says which role and name it missed.
 */
export interface Surface {
  /** Opens a page of the extension, like `popup.html` or `options.html#privacy`. */
  goto(page: string): Promise<void>;
  reload(): Promise<void>;
  /** Brings the page to the front, so that it has the focus. */
  show(): Promise<void>;
  click(role: string, name: Name): Promise<void>;
  /** Replaces what a text field holds. */
  fill(role: string, name: Name, text: string): Promise<void>;
  /** Gives one key or chord to the focused control: `Enter`, `ArrowDown`, `Control+Enter`, `@`. */
  press(keys: string): Promise<void>;
  /** Types into the focused control, key by key. */
  type(text: string): Promise<void>;
  focus(role: string, name: Name): Promise<void>;
  /** The element that has the focus; both words empty when none has. */
  focused(): Promise<Focused>;
  /** The text content, without the space around it. */
  text(role: string, name: Name): Promise<string>;
  value(role: string, name: Name): Promise<string>;
  attribute(role: string, name: Name, attribute: string): Promise<string | null>;
  /** Names of all controls of a role, in reading order; does not wait. */
  names(role: string): Promise<string[]>;
  /** How many there are now; does not wait. */
  count(role: string, name: Name): Promise<number>;
  visible(role: string, name: Name): Promise<boolean>;
  waitFor(role: string, name: Name, timeoutMs?: number): Promise<void>;
  waitGone(role: string, name: Name, timeoutMs?: number): Promise<void>;
  /** All text of the page, as rendered. */
  pageText(): Promise<string>;
  /** Runs a function inside the page; it sees nothing of the test but its argument, and both ways only JSON passes. */
  evaluate<Result, Argument = undefined>(
    pageFunction: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
  /** Runs source text in the page as its console would: past the page's own policy. */
  run(source: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  setReducedMotion(reduced: boolean): Promise<void>;
  setViewport(viewport: Viewport): Promise<void>;
  close(): Promise<void>;
}
