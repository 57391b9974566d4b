import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../lib/domain/civil.ts';
import type { Id, Page, TimeEntry } from '../../lib/domain/entry.ts';
import { durationShort } from '../../lib/domain/format.ts';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProjectMark } from '../ui/ProjectMark.tsx';
import { dayText, descriptionInName } from '../words-of-time.ts';
import { ChangeMany } from './ChangeMany.tsx';
import type { EntryFormProps } from './EntryForm.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import type { PopupData } from './types.ts';

interface Props extends EntryFormProps {
  readonly data: Pick<PopupData, 'running' | 'pages' | 'projects'>;
  readonly onClose: () => void;
}

type Chosen = ReadonlySet<Id>;

/** Many entries at once: chosen here, then changed or deleted in one step. */
export function SelectEntries(props: Props) {
  const { data, commands, now, onClose } = props;
  const [chosen, setChosen] = useState<Chosen>(new Set());
  const [changing, setChanging] = useState(false);
  const view = useRef<HTMLFormElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  useEffect(() => view.current?.querySelector('input')?.focus(), []);
  const changed = useRef(false);
  useLayoutEffect(() => {
    if (changed.current) change.current?.focus();
    changed.current = changing;
  }, [changing]);
  const today = dayOf(now(), Temporal.Now.timeZoneId());
  const picked = useMemo(() => pickedOf(data.pages, chosen), [data.pages, chosen]);
  const ms = picked.reduce((sum, { entry }) => sum + entry.end - entry.start, 0);
  const choose = (entries: readonly TimeEntry[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const { id } of entries) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
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
        if (event.key !== 'Escape' || event.defaultPrevented) return;
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
  readonly onChoose: (entries: readonly TimeEntry[], on: boolean) => void;
}

function Day({ page, title, data, chosen, onChoose }: DayProps) {
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
          onChange={(event) => onChoose(page.entries, event.currentTarget.checked)}
        />
        <b class="grow">{title}</b>
      </label>
      {page.entries.toReversed().map((entry) => {
        const project = data.projects.get(entry.projectId ?? '');
        const name = descriptionInName(entry.description);
        const length = durationShort(entry.end - entry.start);
        return (
          <label class="pick" key={entry.id}>
            <input
              type="checkbox"
              aria-label={t('selectName', name, project?.name ?? t('noProject'), length)}
              checked={chosen.has(entry.id)}
              onChange={(event) => onChoose([entry], event.currentTarget.checked)}
            />
            <ProjectMark colour={project?.colour ?? null} />
            <span class="grow trunc" dir="auto">
              {name}
            </span>
            <span class="num">{length}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
