import type { Project } from '../../../lib/domain/catalogue.ts';
import { t } from '../../../lib/platform/words.ts';
import { plainOptions } from '../../popup/catalogue-options.ts';
import { choiceOf } from '../../popup/choice-of.ts';
import { nameOf } from '../../popup/useChoices.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ColourField } from './ColourField.tsx';
import { EstimateField } from './EstimateField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { NotesField } from './NotesField.tsx';
import { MoneyField } from './RateField.tsx';
import { RateFrom } from './RateFrom.tsx';
import type { Catalogue } from './useCatalogue.ts';
import { type ProjectEditing, useProjectEditing } from './useProjectEditing.ts';

interface Props {
  readonly project: Project | null;
  readonly catalogue: Catalogue;
  readonly onClose: () => void;
}

/** A project to make, or one to change. */
export function ProjectDialog({ project, catalogue, onClose }: Props) {
  const editing = useProjectEditing(project, catalogue, onClose);
  const { draft, change, rate, estimate, from, asksFrom } = editing;
  return (
    <FormDialog
      title={t(project ? 'editProject' : 'newProject')}
      action={t(project ? 'saveChanges' : 'makeProject')}
      disabled={!editing.complete}
      problem={editing.problem}
      onSubmit={editing.submit}
      onClose={onClose}
    >
      <TextField id="thing-name" label={t('name')} value={draft.name} onInput={(name) => change({ name })} />
      <ClientChoice editing={editing} catalogue={catalogue} />
      <ColourField value={draft.colour} onChoose={(colour) => change({ colour })} />
      <div class="set flat">
        <label class="n" for="thing-billable">
          {t('billableByDefault')}
        </label>
        <div class="c">
          <Switch id="thing-billable" on={draft.billable} onChange={(billable) => change({ billable })} />
        </div>
      </div>
      <MoneyField id="thing-rate" label={t('hourlyRate')} draft={rate} placeholder={t('rateOfClient')} />
      {asksFrom && <RateFrom draft={from} />}
      <EstimateField draft={estimate} />
      <div class="code">
        <TextField id="thing-code" label={t('projectCode')} value={draft.code} onInput={(code) => change({ code })} />
      </div>
      <NotesField value={draft.notes} onInput={(notes) => change({ notes })} />
    </FormDialog>
  );
}

function ClientChoice({ editing, catalogue }: { readonly editing: ProjectEditing; readonly catalogue: Catalogue }) {
  const { draft, change } = editing;
  const open = catalogue.clients.filter(({ id, archived }) => !archived || id === choiceId(draft.client));
  return (
    <Combobox
      id="thing-client"
      label={t('client')}
      placeholder={t('noClient')}
      text={nameOf(draft.client, catalogue.clients)}
      options={(query) =>
        plainOptions(query, open, draft.client ? [draft.client] : [], { none: 'noClient', create: 'createClient' })
      }
      onOpen={() => {}}
      onChoose={(option) => change({ client: choiceOf(option) })}
    />
  );
}

const choiceId = (choice: ProjectEditing['draft']['client']): string | null =>
  choice && 'id' in choice ? choice.id : null;
