import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../lib/domain/civil.ts';
import type { Id, Page } from '../../lib/domain/entry.ts';
import { durationShort } from '../../lib/domain/format.ts';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { dayText } from '../words-of-time.ts';
import { ChangeMany } from './ChangeMany.tsx';
import type { EntryFormProps } from './EntryForm.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import { SelectRow } from './SelectRow.tsx';
import type { PopupData } from './types.ts';
import { type Chosen, useChosen } from './useChosen.ts';

interface Props extends EntryFormProps {
  readonly data: Pick<PopupData, 'running' | 'pages' | 'projects'>;
  readonly onClose: () => void;
}

const boxOfEntry = '.pick:not(.whole) input';

/** The box above or below, with Shift the one of an entry. */
function nextBox(event: KeyboardEvent, view: Element): HTMLInputElement | undefined {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const boxes = [...view.querySelectorAll<HTMLInputElement>('.pick input')];
  const from = boxes.indexOf(event.target as HTMLInputElement);
  if (step === undefined || from < 0) return undefined;
  const inOrder = step === 1 ? boxes.slice(from + 1) : boxes.slice(0, from).reverse();
  return inOrder.find((box) => !event.shiftKey || box.matches(boxOfEntry));
}

/** Many entries at once: chosen here, then changed or deleted in one step. */
export function SelectEntries(props: Props) {
  const { data, commands, now, onClose } = props;
  const ids = useMemo(() => data.pages.flatMap(({ entries }) => entries.map(({ id }) => id).reverse()), [data.pages]);
  const { chosen, choose, chooseTo, pull } = useChosen(ids);
  const [changing, setChanging] = useState(false);
  const view = useRef<HTMLFormElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => view.current?.querySelector('input')?.focus(), []);
  const changed = useRef(false);
  useLayoutEffect(() => {
    if (changed.current) change.current?.focus();
    changed.current = changing;
  }, [changing]);
  const today = dayOf(now(), Temporal.Now.timeZoneId());
  const picked = useMemo(() => pickedOf(data.pages, chosen), [data.pages, chosen]);
  const ms = picked.reduce((sum, { entry }) => sum + entry.end - entry.start, 0);
  const onArrow = (event: KeyboardEvent & { currentTarget: Element }) => {
    const next = nextBox(event, event.currentTarget);
    if (!next) return;
    event.preventDefault();
    next.focus();
    const from = event.target instanceof HTMLInputElement && event.target.matches(boxOfEntry) ? event.target : next;
    if (event.shiftKey) pull(from.value, next.value);
  };
  const addresses = picked.map(({ day, entry }) => ({ day, id: entry.id }));
  const remove = () =>
    void commands.run({ type: 'entries.delete', entries: addresses }, ({ undo }) => {
      commands.say(t('deletedMany', picked.length, durationShort(ms)), undo);
      onClose();
    });
  return (
    <form
      class="view"
      ref={view}
      aria-label={t('selectEntries')}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return onArrow(event);
        event.preventDefault();
        if (changing) setChanging(false);
        else onClose();
      }}
    >
      <header class="edit-h">
        <button class="icon" type="button" aria-label={t('back')} onClick={onClose}>
          <Icon name="back" />
        </button>
        <h1 class="grow">{t('selectEntries')}</h1>
      </header>
      <div class="scroll selecting">
        {data.pages.map((page) => (
          <Day
            key={page.day}
            page={page}
            title={dayText(page.day, today)}
            data={data}
            chosen={chosen}
            onChoose={choose}
            onChooseTo={chooseTo}
          />
        ))}
      </div>
      <ErrorPanel commands={commands} actions={props.actions} running={data.running !== null} />
      {changing && picked.length > 0 ? (
        <ChangeMany {...props} entries={addresses} onCancel={() => setChanging(false)} />
      ) : (
        <div class="bar">
          <button class="btn ghost danger" type="button" disabled={picked.length === 0} onClick={remove}>
            {t('delete')}
          </button>
          <span class="grow num quiet" role="status">
            {t('selectedMany', picked.length, durationShort(ms))}
          </span>
          <button
            class="btn primary"
            type="button"
            ref={change}
            disabled={picked.length === 0}
            onClick={() => setChanging(true)}
          >
            {t('changeMany')}
          </button>
        </div>
      )}
    </form>
  );
}

/** What is chosen and still there, with the day it stands on. */
const pickedOf = (pages: readonly Page[], chosen: Chosen) =>
  pages.flatMap(({ day, entries }) => entries.filter(({ id }) => chosen.has(id)).map((entry) => ({ day, entry })));

interface DayProps {
  readonly page: Page;
  readonly title: string;
  readonly data: Pick<PopupData, 'projects'>;
  readonly chosen: Chosen;
  readonly onChoose: (ids: readonly Id[], on: boolean) => void;
  readonly onChooseTo: (id: Id, on: boolean) => void;
}

function Day({ page, title, data, chosen, onChoose, onChooseTo }: DayProps) {
  const count = page.entries.filter(({ id }) => chosen.has(id)).length;
  return (
    <fieldset>
      <legend class="vh">{title}</legend>
      <label class="pick whole">
        <input
          type="checkbox"
          aria-label={t('selectDay', title)}
          checked={count > 0 && count === page.entries.length}
          indeterminate={count > 0 && count < page.entries.length}
          onChange={(event) =>
            onChoose(
              page.entries.map(({ id }) => id),
              event.currentTarget.checked,
            )
          }
        />
        <b class="grow">{title}</b>
      </label>
      {page.entries.toReversed().map((entry) => (
        <SelectRow
          key={entry.id}
          entry={entry}
          project={data.projects.get(entry.projectId ?? '')}
          on={chosen.has(entry.id)}
          onChoose={(on, stretch) => (stretch ? onChooseTo(entry.id, on) : onChoose([entry.id], on))}
        />
      ))}
    </fieldset>
  );
}
