import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import type { AnyThing } from './dialogs.ts';
import { deleteWords, goesToLabel } from './effect-words.ts';
import { FormDialog } from './FormDialog.tsx';
import { type Other, OtherChoice } from './OtherChoice.tsx';
import type { Catalogue } from './useCatalogue.ts';
import { useSaving } from './useSaving.ts';
import { useUse } from './useUse.ts';

interface Props {
  readonly thing: AnyThing;
  readonly catalogue: Catalogue;
  readonly onClose: () => void;
}

/** Says what a deletion does before it is done, and lets what names the thing name another. */
export function DeleteDialog({ thing, catalogue, onClose }: Props) {
  const [other, setOther] = useState<Other | null>(null);
  const use = useUse(thing);
  const { save, problem, busy } = useSaving(onClose);
  const submit = () =>
    save({ type: 'catalogue.delete', kind: thing.kind, id: thing.id, instead: other?.id ?? null }, () =>
      t('deletedThing', thing.name),
    );
  const named = use !== null && (thing.kind === 'client' ? use.owned : use.entries) > 0;
  return (
    <FormDialog
      title={t('deleteThing', thing.name)}
      action={t('delete')}
      danger
      disabled={busy || use === null}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p role="status">{use ? deleteWords(thing, other, use) : t('countingEntries')}</p>
      {named && (
        <OtherChoice
          thing={thing}
          catalogue={catalogue}
          label={t(goesToLabel(thing.kind))}
          other={other}
          orNothing
          onChoose={setOther}
        />
      )}
    </FormDialog>
  );
}
