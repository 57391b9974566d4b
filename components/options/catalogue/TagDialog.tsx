import { useState } from 'preact/hooks';
import type { Tag } from '../../../lib/domain/catalogue.ts';
import { t } from '../../../lib/platform/words.ts';
import { TextField } from '../../ui/TextField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useSaving } from './useSaving.ts';

export function TagDialog({ tag, onClose }: { readonly tag: Tag | null; readonly onClose: () => void }) {
  const [name, setName] = useState(tag?.name ?? '');
  const { save, problem, busy } = useSaving(onClose);
  const submit = () =>
    tag
      ? save({ type: 'tag.update', id: tag.id, changes: { name } }, () => t('savedThing', name.trim()))
      : save({ type: 'tag.create', fields: { name } }, () => t('madeThing', name.trim()));
  return (
    <FormDialog
      title={t(tag ? 'renameTag' : 'newTag')}
      action={t(tag ? 'saveChanges' : 'makeTag')}
      disabled={busy || name.trim() === ''}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField id="thing-name" label={t('name')} value={name} onInput={setName} />
    </FormDialog>
  );
}
