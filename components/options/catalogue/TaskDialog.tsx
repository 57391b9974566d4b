import { useState } from 'preact/hooks';
import type { Task } from '../../../lib/domain/catalogue.ts';
import { t } from '../../../lib/platform/words.ts';
import { TextField } from '../../ui/TextField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { MoneyField, sameMoney, useMoney } from './RateField.tsx';
import { RateFrom, useRateFrom } from './RateFrom.tsx';
import { useSaving } from './useSaving.ts';

export function TaskDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const [name, setName] = useState(task.name);
  const rate = useMoney(task.rate);
  const from = useRateFrom();
  const { save, problem, busy } = useSaving(onClose);
  const rateChanged = !sameMoney(task.rate, rate.value);
  const submit = () => {
    if (rate.value === undefined || from.day === undefined) return;
    const changes = { name, rate: rate.value };
    const ratesFrom = rateChanged ? from.day : null;
    save({ type: 'task.update', id: task.id, changes, ratesFrom }, ({ entries }) =>
      entries > 0 ? t('savedThingAndEntries', name.trim(), entries) : t('savedThing', name.trim()),
    );
  };
  return (
    <FormDialog
      title={t('editTask')}
      action={t('saveChanges')}
      disabled={busy || name.trim() === ''}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField id="thing-name" label={t('name')} value={name} onInput={setName} />
      <MoneyField id="thing-rate" label={t('hourlyRate')} draft={rate} placeholder={t('rateOfProject')} />
      {rateChanged && <RateFrom draft={from} />}
    </FormDialog>
  );
}
