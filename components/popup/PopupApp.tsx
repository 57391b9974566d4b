import { useEffect, useMemo, useState } from 'preact/hooks';
import type { EntryAddress, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { add, edit, lately, later, many, panel } from './parts.ts';
import { TimerView } from './TimerView.tsx';
import type { Place, PopupActions, PopupData, Shortcuts } from './types.ts';
import { useChoices } from './useChoices.ts';
import { useCommands } from './useCommands.ts';

interface Props {
  readonly data: PopupData;
  readonly actions: PopupActions;
  readonly now: () => Instant;
  readonly place: Place;
  readonly shortcuts?: Shortcuts;
}

interface Editing {
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
}

/** Milliseconds; what is stored was read long before. */
const WAKE_AFTER = 200;

const noShortcuts: Shortcuts = { open: null, toggle: null };

/** The popup: what is being worked on, and what was lately. */
export function PopupApp({ data, actions, now, place, shortcuts = noShortcuts }: Props) {
  const commands = useCommands(actions);
  const choices = useChoices(data, actions);
  const recent = lately.usePart();
  const more = later.usePart();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [adding, setAdding] = useState(false);
  const [selecting, setSelecting] = useState(false);
  const view = edit.usePart(editing !== null);
  const addView = add.usePart(adding);
  const manyView = many.usePart(selecting);
  const aside = panel.usePart(place.isPanel);
  const done = useMemo(() => data.done ?? recent?.doneByDay(data.pages) ?? new Map(), [recent, data]);
  const zone = data.settings.zone ?? Temporal.Now.timeZoneId();
  // A worker that cannot work says so here. It is woken after the first content, not in its way.
  useEffect(() => void setTimeout(() => void commands.run({ type: 'hello' }), WAKE_AFTER), []);
  const close = (id = editing?.entry.id) => {
    setEditing(null);
    setAdding(false);
    setSelecting(false);
    requestAnimationFrame(() => recent?.focusEntry(id ?? ''));
  };
  const over = (editing !== null && view !== null) || (adding && addView !== null) || (selecting && manyView !== null);
  const shared = { data, actions, commands, choices, now };
  return (
    <div class="popup">
      <div class="view" hidden={over}>
        <header class="pop-head">
          <h1 class="vh">{t('extensionName')}</h1>
          {recent && data.status === 'ready' && <recent.Totals data={data} done={done} zone={zone} now={now} />}
          {more && <more.HeaderNav onOpenPanel={place.openPanel} />}
        </header>
        <main class="through">
          <TimerView {...shared} />
          {more && <more.GoalLines data={data} zone={zone} now={now} />}
          {more && <more.ErrorPanel commands={commands} actions={actions} running={data.running !== null} />}
          <div class="line" />
          {aside && data.status === 'ready' && (
            <>
              <aside.DayStrip data={data} zone={zone} now={now} />
              <div class="line" />
            </>
          )}
          {recent && <recent.Tools {...shared} onAdd={() => setAdding(true)} onSelect={() => setSelecting(true)} />}
          {recent && (
            <recent.Entries
              data={data}
              done={done}
              zone={zone}
              now={now}
              shortcuts={shortcuts}
              commands={commands}
              onEdit={(entry, address) => setEditing({ entry, address })}
            />
          )}
        </main>
        <footer class="pop-foot">
          {more && <more.TelemetryLine />}
          {shortcuts.open && (
            <span class="keys" title={t('openFromAnyTab')}>
              <span class="vh">{t('openFromAnyTab')}</span> <kbd>{shortcuts.open}</kbd>
            </span>
          )}
        </footer>
      </div>
      {over && (
        <main class="through">
          {editing && view && (
            <view.EditEntry
              key={editing.entry.id}
              {...shared}
              {...editing}
              onClose={() => close()}
              onOpen={(entry, address) => setEditing({ entry, address })}
            />
          )}
          {selecting && manyView && <manyView.SelectEntries {...shared} onClose={() => close()} />}
          {adding && addView && <addView.AddEntry {...shared} onClose={(added) => close(added?.id)} />}
        </main>
      )}
      {recent && <recent.Toast message={commands.message} onGone={commands.hush} />}
    </div>
  );
}
