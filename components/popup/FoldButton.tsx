import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';

/** Unfolds what most entries do without. */
export const FoldButton = ({ open, onToggle }: { readonly open: boolean; readonly onToggle: () => void }) => (
  <button class="fold" type="button" aria-expanded={open} aria-controls="more" onClick={onToggle}>
    {t('taskAndTags')}
    <Icon name="down" />
  </button>
);
