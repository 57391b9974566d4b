import { useState } from 'preact/hooks';
import type { Client } from '../../../lib/domain/catalogue.ts';
import { t } from '../../../lib/platform/words.ts';
import { TextField } from '../../ui/TextField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { NotesField } from './NotesField.tsx';
import { MoneyField, sameMoney, useMoney } from './RateField.tsx';
import { RateFrom, useRateFrom } from './RateFrom.tsx';
import { useSaving } from './useSaving.ts';

/** A client to make, or one to change. */
export function ClientDialog({ client, onClose }: { readonly client: Client | null; readonly onClose: () => void }) {
  const [name, setName] = useState(client?.name ?? '');
  const [notes, setNotes] = useState(client?.notes ?? '');
  const rate = useMoney(client?.rate ?? null);
  const from = useRateFrom();
  const { save, problem, busy } = useSaving(onClose);
  const rateChanged = client !== null && !sameMoney(client.rate, rate.value);
  const submit = () => {
    if (rate.value === undefined || from.day === undefined) return;
    const fields = { name, notes, rate: rate.value };
    if (!client) return save({ type: 'client.create', fields }, () => t('madeThing', name.trim()));
    const ratesFrom = rateChanged ? from.day : null;
    save({ type: 'client.update', id: client.id, changes: fields, ratesFrom }, ({ entries }) =>
      entries > 0 ? t('savedThingAndEntries', name.trim(), entries) : t('savedThing', name.trim()),
    );
  };
  return (
    <FormDialog
      title={t(client ? 'editClient' : 'newClient')}
      action={t(client ? 'saveChanges' : 'makeClient')}
      disabled={busy || name.trim() === ''}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField id="thing-name" label={t('name')} value={name} onInput={setName} />
      <MoneyField id="thing-rate" label={t('hourlyRate')} draft={rate} placeholder={t('rateOfDefault')} />
      {rateChanged && <RateFrom draft={from} />}
      <NotesField value={notes} onInput={setNotes} />
    </FormDialog>
  );
}
