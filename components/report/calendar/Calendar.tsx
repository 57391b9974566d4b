import { useState } from 'preact/hooks';
import { addDays, startOfDay } from '../../../lib/domain/civil.ts';
import type { Crowd, DaySpan } from '../../../lib/domain/day-layout.ts';
import type { RunningEntry, Span, TimeEntry } from '../../../lib/domain/entry.ts';
import { placeOn, startOfWork } from '../../../lib/domain/placement.ts';
import { daysText, longDay } from '../../../lib/domain/report/range-text.ts';
import { t } from '../../../lib/platform/words.ts';
import { usePrinting } from '../../hooks/usePrinting.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AddEntryDialog } from '../AddEntryDialog.tsx';
import { addressOf, goTo, stayAt } from '../address.ts';
import { dayOfAddress } from '../day-of-address.ts';
import { EntryDialog } from '../EntryDialog.tsx';
import { PeriodNav } from '../PeriodNav.tsx';
import { rangeWords } from '../reports/formats.ts';
import { onPaper } from '../reports/range-words.ts';
import { CellEntries } from '../timesheet/CellEntries.tsx';
import { usePageChoices } from '../usePageChoices.ts';
import type { ViewProps } from '../views.ts';
import { type Choices, choicesOf, largestZoom, showInAddress, zoomInAddress } from './address-choices.ts';
import { SideLists } from './SideLists.tsx';
import { Timeline } from './Timeline.tsx';
import { TimerDialog } from './TimerDialog.tsx';
import { type DrawnDay, type ShownCalendar, useCalendar } from './useCalendar.ts';
import { spanTimes } from './words.ts';

const HALF_HOUR = 1_800_000;

/** What lies over the calendar. */
type Over =
  | { readonly is: 'edit'; readonly entry: TimeEntry }
  | { readonly is: 'timer'; readonly entry: RunningEntry }
  | { readonly is: 'add'; readonly span: Span }
  | { readonly is: 'list'; readonly crowd: Crowd; readonly day: DrawnDay };

/** The calendar: a day or a week on a time axis. */
export function View({ query, page }: ViewProps) {
  const asked = choicesOf(query);
  // A page holds a day's work at a pixel a minute.
  const printing = usePrinting();
  const choices = printing ? { ...asked, scale: Math.min(asked.scale, 1) } : asked;
  const shown = useCalendar(dayOfAddress(query), choices.show, choices.scale, Date.now);
  return shown && <Shown query={query} page={page} shown={shown} choices={choices} printing={printing} />;
}

interface ShownProps extends ViewProps {
  readonly shown: ShownCalendar;
  readonly choices: Choices;
  readonly printing: boolean;
}

function Shown({ query, page, shown, choices: { show, zoom, scale }, printing }: ShownProps) {
  const { formats, drawn, named } = shown;
  const choices = usePageChoices(named, page);
  const [over, setOver] = useState<Over | null>(null);
  const first = shown.days[0] ?? formats.today;
  const go = (step: -1 | 0 | 1) => {
    const day = step === 0 ? null : addDays(first, step * (show === 'week' ? 7 : 1));
    goTo(addressOf('calendar', query, { day }));
  };
  const zoomTo = (next: number) => {
    if (next >= 0 && next <= largestZoom) stayAt(addressOf('calendar', query, { zoom: zoomInAddress(next) }));
  };
  const add = ({ day }: DrawnDay, { from, to }: DaySpan) => {
    const begin = startOfDay(day, formats.zone);
    setOver({ is: 'add', span: { start: begin + from, end: begin + to } });
  };
  const onKey = (key: string): boolean => {
    const does = {
      p: () => go(-1),
      n: () => go(1),
      t: () => go(0),
      '+': () => zoomTo(zoom + 1),
      '-': () => zoomTo(zoom - 1),
    };
    const found = does[key as keyof typeof does];
    found?.();
    return found !== undefined;
  };
  const written = printing ? onPaper(formats) : formats;
  const only = show === 'day' ? drawn[0] : undefined;
  return (
    <>
      <div class="head">
        <h1>
          {only
            ? longDay(only.day, written)
            : rangeWords(daysText({ first, last: shown.days.at(-1) ?? first }, written, 'long'))}
        </h1>
        <span class="grow" />
        <button class="btn" type="button" onClick={() => setOver({ is: 'add', span: placeToAdd(shown) })}>
          <Icon name="plus" />
          {t('addEntry')}
        </button>
        <Segmented
          name="calendar-view"
          legend={t('calendarView')}
          value={show}
          options={[
            { value: 'day', label: t('rangeDay') },
            { value: 'week', label: t('rangeWeek') },
          ]}
          onChange={(next) => goTo(addressOf('calendar', query, { show: showInAddress(next) }))}
        />
        <Zoom zoom={zoom} onZoom={zoomTo} />
        <PeriodNav
          previous={t(show === 'day' ? 'previousDay' : 'previousWeek')}
          current={t(show === 'day' ? 'today' : 'backToThisWeek')}
          next={t(show === 'day' ? 'nextDay' : 'nextWeek')}
          onGo={go}
        />
      </div>
      <div class={only ? 'cal' : 'cal wide'}>
        <Timeline
          shown={shown}
          scale={scale}
          commands={page.commands}
          onKey={onKey}
          open={({ entry }) => setOver(entry.end === null ? { is: 'timer', entry } : { is: 'edit', entry })}
          list={(crowd, day) => setOver({ is: 'list', crowd, day })}
          add={add}
        />
        {only && <SideLists day={only} wording={shown} onAdd={(span) => add(only, span)} />}
      </div>
      <p class="quiet cal-keys">
        {t('calendarKeys')} {t('calendarPageKeys')}
      </p>
      {over && <Overlay over={over} put={setOver} shown={shown} page={page} choices={choices} />}
    </>
  );
}

const Zoom = ({ zoom, onZoom }: { readonly zoom: number; readonly onZoom: (zoom: number) => void }) => (
  <div class="period">
    <button
      class="icon"
      type="button"
      aria-label={t('zoomOut')}
      title={t('zoomOut')}
      disabled={zoom === 0}
      onClick={() => onZoom(zoom - 1)}
    >
      <Icon name="minus" />
    </button>
    <button
      class="icon"
      type="button"
      aria-label={t('zoomIn')}
      title={t('zoomIn')}
      disabled={zoom === largestZoom}
      onClick={() => onZoom(zoom + 1)}
    >
      <Icon name="plus" />
    </button>
  </div>
);

/** Half an hour where the day has room for it; of a week today, if it is in it. */
function placeToAdd({ drawn, entries, running, settings, formats }: ShownCalendar): Span {
  const day = drawn.find((one) => one.day === formats.today)?.day ?? drawn[0]?.day ?? formats.today;
  const around = { day, zone: formats.zone, taken: entries, running, workingHours: settings.workingHours };
  const start = startOfWork(around);
  return placeOn(HALF_HOUR, around) ?? { start, end: start + HALF_HOUR };
}

interface OverlayProps extends Pick<ShownProps, 'shown' | 'page'> {
  readonly over: Over;
  readonly put: (over: Over | null) => void;
  readonly choices: ReturnType<typeof usePageChoices>;
}

function Overlay({ over, put, shown, page, choices }: OverlayProps) {
  const shared = { page, choices, now: Date.now, onClose: () => put(null) };
  if (over.is === 'edit')
    return <EntryDialog {...shared} entry={over.entry} onOpen={(entry) => put({ is: 'edit', entry })} />;
  if (over.is === 'timer') return <TimerDialog {...shared} running={over.entry} />;
  if (over.is === 'add') return <AddEntryDialog {...shared} data={shown} span={over.span} />;
  const [from, to] = spanTimes(over.day.day, over.crowd, shown);
  const entries = over.crowd.pieces.flatMap(({ entry }) => (entry.end === null ? [] : [entry]));
  return (
    <CellEntries
      title={t('moreEntries', entries.length, from, to)}
      named={shown.named}
      entries={entries}
      formats={shown.formats}
      onEdit={(entry) => put({ is: 'edit', entry })}
      onClose={() => put(null)}
    />
  );
}
