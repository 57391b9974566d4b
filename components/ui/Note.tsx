import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

interface Props {
  /** `err` and what must be read at once is an alert; the rest is said when there is time. */
  readonly tone: 'warn' | 'err' | 'ok';
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A sentence that stays until what it says no longer holds. */
export const Note = ({ tone, id, children }: Props) => (
  <div class={`note ${tone}`} id={id} role={tone === 'err' ? 'alert' : 'status'}>
    <Icon name={tone === 'ok' ? 'done' : 'warning'} />
    <div>{children}</div>
  </div>
);
