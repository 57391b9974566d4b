import type { ComponentChildren } from 'preact';

interface Props {
  readonly name: string;
  readonly help?: ComponentChildren;
  /** Id of the control the name belongs to; left out: the row has buttons. */
  readonly labelFor?: string;
  readonly children?: ComponentChildren;
}

/** One setting: name, a line of help, the control at the end. */
export const Row = ({ name, help, labelFor, children }: Props) => (
  <div class="set">
    {labelFor ? (
      <label class="n" for={labelFor}>
        {name}
      </label>
    ) : (
      <span class="n">{name}</span>
    )}
    {help !== undefined && <p class="h">{help}</p>}
    {children !== undefined && <div class="c">{children}</div>}
  </div>
);
