import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import type { AnyThing } from './dialogs.ts';
import { mergeWords } from './effect-words.ts';
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

/** Two become one. */
export function MergeDialog({ thing, catalogue, onClose }: Props) {
  const [other, setOther] = useState<Other | null>(null);
  const use = useUse(thing);
  const { save, problem, busy } = useSaving(onClose);
  const submit = () => {
    if (!other) return;
    save({ type: 'catalogue.merge', kind: thing.kind, from: thing.id, into: other.id }, () =>
      t('mergedThings', thing.name, other.name),
    );
  };
  return (
    <FormDialog
      title={t('mergeThing', thing.name)}
      action={t('mergeTheTwo')}
      disabled={busy || !other}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <OtherChoice
        thing={thing}
        catalogue={catalogue}
        label={t('mergeIntoWhich')}
        other={other}
        orNothing={false}
        onChoose={setOther}
      />
      <p role="status">{use ? mergeWords(thing, other, use) : t('countingEntries')}</p>
    </FormDialog>
  );
}
