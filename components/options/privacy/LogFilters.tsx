import { t, type Word } from '../../../lib/platform/words.ts';
import { eventNames, type LogFilter, type State } from '../../hooks/telemetry-facts.ts';
import { numberText } from '../../privacy/words-of-privacy.ts';
import { dayText } from './day-text.ts';
import type { PerDay } from './PerDayChart.tsx';

interface Props {
  readonly filter: LogFilter;
  readonly perDay: PerDay;
  readonly onChange: (filter: LogFilter) => void;
}

const stateWords: readonly (readonly [State, Word])[] = [
  ['sent', 'stateSent'],
  ['waiting', 'stateWaiting'],
  ['refused', 'stateRefused'],
  ['wouldBeSent', 'stateWould'],
  ['dropped', 'stateDropped'],
];

/** By state, event and day. */
export function LogFilters({ filter, perDay, onChange }: Props) {
  const { state, event, day, ...none } = filter;
  const days = perDay.filter(({ rows, day: each }) => rows > 0 || each === day);
  return (
    <div class="row filters">
      <Choice
        id="log-state"
        name={t('logShow')}
        all={t('allStates')}
        chosen={state}
        options={stateWords.map(([value, word]) => [value, t(word)])}
        onChange={(value) =>
          onChange({ ...none, ...both({ event, day }), ...(value ? { state: value as State } : {}) })
        }
      />
      <Choice
        id="log-event"
        name={t('logEvent')}
        all={t('allEvents')}
        chosen={event}
        options={[...eventNames.map((name) => [name, name] as const), ['error', t('errorReport')]]}
        onChange={(value) =>
          onChange({ ...none, ...both({ state, day }), ...(value ? { event: value as never } : {}) })
        }
      />
      <Choice
        id="log-day"
        name={t('logDay')}
        all={t('allDays')}
        chosen={day}
        options={days.map(({ day: value, rows }) => [value, t('dayWithCount', dayText(value), numberText(rows))])}
        onChange={(value) => onChange({ ...none, ...both({ state, event }), ...(value ? { day: value } : {}) })}
      />
    </div>
  );
}

/** Without the parts that are not chosen. */
const both = (parts: { [Part in keyof LogFilter]?: LogFilter[Part] | undefined }): LogFilter =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly all: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

const Choice = ({ id, name, all, chosen, options, onChange }: ChoiceProps) => (
  <>
    <label class="vh" for={id}>
      {name}
    </label>
    <select class="in" id={id} value={chosen ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{all}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </>
);
