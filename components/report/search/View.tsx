import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ALL_DAYS } from '../../../lib/domain/days.ts';
import type { Day, TimeEntry } from '../../../lib/domain/entry.ts';
import { DescriptionIndex, isFound } from '../../../lib/domain/report/description-index.ts';
import { shortDay } from '../../../lib/domain/report/range-text.ts';
import { t } from '../../../lib/platform/words.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import { eachPage, useReading } from '../../hooks/useReading.ts';
import { ProjectMark } from '../../ui/ProjectMark.tsx';
import { descriptionInName } from '../../words-of-time.ts';
import { EntryDialog } from '../EntryDialog.tsx';
import { type Named, projectName, readNamed } from '../named.ts';
import { type Formats, formatsOf } from '../reports/formats.ts';
import { InvoiceMark } from '../reports/InvoiceMark.tsx';
import { ReadingNote } from '../reports/ReadingNote.tsx';
import { usePageChoices } from '../usePageChoices.ts';
import type { ViewProps } from '../views.ts';

/** Days shown at once: some screens full. */
const DAYS = 50;

interface FoundDay {
  readonly day: Day;
  readonly entries: readonly TimeEntry[];
}

/** Every entry there ever was, by its description, as it is typed. */
export function View({ query, page }: ViewProps) {
  const [text, setText] = useState(query.get('text') ?? '');
  const [limit, setLimit] = useState(DAYS);
  const field = useRef<HTMLInputElement>(null);
  const settings = useJournal((reader) => reader.settings(), []);
  const formats = useMemo(() => settings && formatsOf(settings, Date.now()), [settings]);
  const changed = useJournal(async () => ({}), []);
  const reading = useReading<DescriptionIndex>(
    changed &&
      (async (parts) => {
        const index = new DescriptionIndex();
        await eachPage(parts, ALL_DAYS, (found) => index.add(found));
        return index;
      }),
    [changed],
  );
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.title = t('searchTitle');
  }, []);
  const type = (typed: string): void => {
    setText(typed);
    setLimit(DAYS);
    history.replaceState(null, '', `#search?${new URLSearchParams({ text: typed })}`);
  };
  return (
    <>
      <div class="head">
        <h1>{t('searchEntries')}</h1>
      </div>
      <search class="search">
        <label class="vh" for="search-text">
          {t('searchDescriptions')}
        </label>
        <input
          class="in"
          type="search"
          id="search-text"
          ref={field}
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('searchDescriptions')}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </search>
      <ReadingNote reading={reading} />
      {reading.value && formats && (
        <Found index={reading.value} text={text} limit={limit} formats={formats} page={page} onMore={setLimit} />
      )}
    </>
  );
}

interface FoundProps extends Pick<ViewProps, 'page'> {
  readonly index: DescriptionIndex;
  readonly text: string;
  readonly limit: number;
  readonly formats: Formats;
  readonly onMore: (limit: number) => void;
}

const noNames: Named = { project: new Map(), client: new Map(), task: new Map() };

function Found({ index, text, limit, formats, page, onMore }: FoundProps) {
  const found = useMemo(() => index.find(text), [index, text]);
  const [editing, setEditing] = useState<TimeEntry | null>(null);
  const shown = useJournal(
    async (reader) => {
      const matches = isFound(text);
      const pages = await Promise.all(found.days.slice(0, limit).map((day) => reader.entriesOf(day)));
      const days = pages.map((entries, i): FoundDay => {
        return { day: found.days[i] ?? '', entries: entries.filter(({ description }) => matches(description)) };
      });
      return {
        days,
        named: await readNamed(
          reader,
          days.flatMap(({ entries }) => entries),
        ),
      };
    },
    [found, limit],
  );
  const named = shown?.named ?? noNames;
  const choices = usePageChoices(named, page);
  const said = () => {
    if (text.trim() === '') return t('searchHint');
    if (found.entries === 0) return t('searchNothing', text.trim());
    return found.entries === 1 ? t('searchOne') : t('searchMany', formats.number(found.entries));
  };
  return (
    <>
      <p class="fine" role="status">
        {said()}
      </p>
      {found.entries > 0 && (
        <ul class="found">
          {shown?.days.map(({ day, entries }) => (
            <li key={day} class="card">
              <h2>{shortDay(day, formats)}</h2>
              <ul>
                {entries.map((entry) => (
                  <FoundEntry key={entry.id} entry={entry} named={named} formats={formats} onEdit={setEditing} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {found.days.length > limit && (
        <button class="btn" type="button" onClick={() => onMore(limit + DAYS)}>
          {t('showMoreDays', formats.number(found.days.length - limit))}
        </button>
      )}
      {editing && (
        <EntryDialog
          page={page}
          choices={choices}
          entry={editing}
          now={Date.now}
          onOpen={setEditing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

interface EntryProps {
  readonly entry: TimeEntry;
  readonly named: Named;
  readonly formats: Formats;
  readonly onEdit: (entry: TimeEntry) => void;
}

function FoundEntry({ entry, named, formats, onEdit }: EntryProps) {
  const { description, projectId, start, end, zone } = entry;
  const project = projectName(named, projectId);
  const [from, to] = [formats.time(start, zone), formats.time(end, zone)];
  const length = formats.duration(end - start);
  return (
    <li>
      <button
        class="cell-entry"
        type="button"
        aria-label={t('editEntryTimes', descriptionInName(description), project, from, to, length)}
        onClick={() => onEdit(entry)}
      >
        <ProjectMark colour={named.project.get(projectId ?? '')?.colour ?? null} />
        <span class="grow trunc" dir="auto">
          {description} <span class="quiet">{project}</span>
        </span>
        <InvoiceMark entry={entry} />
        <span class="num quiet">{t('timeSpan', from, to)}</span>
        <b class="num">{length}</b>
      </button>
    </li>
  );
}
