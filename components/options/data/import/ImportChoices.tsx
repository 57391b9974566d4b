import { t } from '../../../../lib/platform/words.ts';
import type { OpenChoices, ReadFile } from '../../../hooks/useImport.ts';

interface Props {
  readonly file: ReadFile;
  readonly choices: OpenChoices;
  readonly disabled: boolean;
  readonly onChange: (choices: OpenChoices) => void;
}

const HOUR = 3_600_000;
const units = ['hours', 'minutes', 'seconds'] as const;

const bareDurations = ({ rows }: ReadFile): string => {
  const durations = rows.slice(0, 50).map(({ duration }) => duration?.trim() ?? '');
  return [...new Set(durations)].filter(Boolean).slice(0, 3).join(', ');
};
const zones = (): string[] => Intl.supportedValuesOf('timeZone');

/** Only what the file does not say itself is asked for. */
export function ImportChoices({ file, choices, disabled, onChange }: Props) {
  const { order, needsZone, placed, users, unit } = file;
  return (
    <div class="asked">
      {order.order === null && (
        <Choice
          id="import-order"
          label={t('dateOrder', order.examples.join(', '))}
          value={choices.order ?? ''}
          disabled={disabled}
          options={[
            ['', t('chooseOne')],
            ['dmy', t('dayFirst')],
            ['mdy', t('monthFirst')],
          ]}
          onChange={(value) => onChange({ ...choices, order: value === 'dmy' || value === 'mdy' ? value : null })}
        />
      )}
      {unit === null && (
        <Choice
          id="import-unit"
          label={t('durationUnit', bareDurations(file))}
          value={choices.unit ?? ''}
          disabled={disabled}
          options={[['', t('chooseOne')], ...units.map((one): [string, string] => [one, t(one)])]}
          onChange={(value) => onChange({ ...choices, unit: units.find((known) => known === value) ?? null })}
        />
      )}
      {needsZone && (
        <Choice
          id="import-zone"
          label={t('zoneOfFile')}
          value={choices.zone ?? ''}
          disabled={disabled}
          options={[...new Set([choices.zone ?? 'UTC', 'UTC', ...zones()])].map((zone) => [zone, zone])}
          onChange={(zone) => onChange({ ...choices, zone })}
        />
      )}
      {placed && (
        <Choice
          id="import-hour"
          label={t('placeFrom')}
          value={String((choices.dayStart ?? 0) / HOUR)}
          disabled={disabled}
          options={Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`])}
          onChange={(hour) => onChange({ ...choices, dayStart: Number(hour) * HOUR })}
        />
      )}
      {users.length > 1 && (
        <Choice
          id="import-person"
          label={t('whoseEntries')}
          value={choices.user ?? ''}
          disabled={disabled}
          options={[['', t('everybody')], ...users.map((user): [string, string] => [user, user])]}
          onChange={(user) => onChange({ ...choices, user: user || null })}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

const Choice = ({ id, label, value, disabled, options, onChange }: ChoiceProps) => (
  <div class="f">
    <label for={id}>{label}</label>
    <select
      class="in"
      id={id}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  </div>
);
