import { t } from '../../lib/platform/words.ts';
import { useLazy } from '../hooks/useLazy.ts';
import { Icon } from '../ui/Icon.tsx';

export const FoldButton = ({ open, onToggle }: { readonly open: boolean; readonly onToggle: () => void }) => (
  <button class="fold" type="button" aria-expanded={open} aria-controls="more" onClick={onToggle}>
    {t('taskAndTags')}
    <Icon name="down" />
  </button>
);

/** The fields under the button, read from disk when they are unfolded first. */
export const useMoreFields = (open: boolean) =>
  useLazy(async () => (await import('./MoreFields.tsx')).MoreFields, open);
