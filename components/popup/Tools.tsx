import type { ComponentChildren } from 'preact';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  readonly onAdd: () => void;
  readonly children?: ComponentChildren;
}

/** What can be done besides the timer: the line above the entries. */
export const Tools = ({ onAdd, children }: Props) => (
  <div class="tools">
    <button class="fold" type="button" onClick={onAdd}>
      <Icon name="plus" size={14} />
      {t('addEntry')}
    </button>
    {children}
  </div>
);
