import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type SheetCell, staysClosed } from '../../../lib/domain/timesheet.ts';
import { typedDuration } from '../../../lib/domain/typed-duration.ts';
import { t } from '../../../lib/platform/words.ts';
import type { CellOutcome } from './useCellSaving.ts';

interface Props {
  /** "Patient portal, Mon 16 November" */
  readonly name: string;
  readonly cell: SheetCell;
  readonly duration: (ms: number) => string;
  readonly onSave: (ms: number) => Promise<CellOutcome>;
  readonly onOpen: () => void;
}

/** Why a cell cannot be typed in, in words; null when it can. */
function closedBecause(cell: SheetCell): string | null {
  if (cell.running) return t('cellRunning');
  if (cell.entries.length > 1) return t('cellSeveral', cell.entries.length);
  return staysClosed(cell) ? t('cellOver') : null;
}

/** Moves the focus to the cell above or below; stays where there is none. */
function moveTo(field: HTMLInputElement, step: 1 | -1): void {
  const column = field.closest('td')?.cellIndex ?? -1;
  const row = field.closest('tr');
  const next = step === 1 ? row?.nextElementSibling : row?.previousElementSibling;
  const cell = next instanceof HTMLTableRowElement ? next.cells[column]?.querySelector('input') : null;
  cell?.focus();
}

/** One cell: what is typed is saved by Enter or on leaving, Escape takes it back. */
export function CellField({ name, cell, duration, onSave, onOpen }: Props) {
  const text = cell.entries.length > 0 || cell.running ? duration(cell.ms) : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  /** What was sent already: leaving the field after Enter does not send it again. */
  const sent = useRef<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const reselect = useRef(false);
  const noteId = useId();
  const closed = closedBecause(cell);
  const forget = () => {
    sent.current = null;
    setTyped(null);
    setWrong(null);
  };
  // What was typed stands until what it came to is there.
  useEffect(forget, [cell.ms, cell.entries.length, closed]);

  // After Escape it is ready to be typed over, as a cell is that was just come to.
  useLayoutEffect(() => {
    if (reselect.current) input.current?.select();
    reselect.current = false;
  }, [typed]);

  /** @returns whether the person may go on */
  const save = async (): Promise<boolean> => {
    if (typed !== null && typed === sent.current) return wrong === null;
    if (typed === null || typed.trim() === text) {
      forget();
      return true;
    }
    const read = typed.trim() === '' ? { ms: 0 } : typedDuration(typed);
    if ('problem' in read) {
      setWrong(t('useACellDuration'));
      return false;
    }
    sent.current = typed;
    const outcome = await onSave(read.ms);
    if ('open' in outcome) onOpen();
    if ('wrong' in outcome) setWrong(outcome.wrong);
    else if (!('saved' in outcome && outcome.saved)) forget();
    return 'saved' in outcome;
  };
  const onKey = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    const field = event.currentTarget;
    if (event.key === 'Escape') {
      reselect.current = typed !== null;
      forget();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveTo(field, event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && closed && !cell.running) onOpen();
    else if (event.key === 'Enter') void save().then((goOn) => goOn && moveTo(field, 1));
    else return;
    event.preventDefault();
  };
  const note = wrong ?? closed;
  return (
    <>
      <input
        class={closed ? 'cell num closed' : 'cell num'}
        type="text"
        ref={input}
        inputMode="text"
        autocomplete="off"
        placeholder="–"
        aria-label={name}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={note ? noteId : undefined}
        readOnly={closed !== null}
        data-untouched={typed === null ? '' : undefined}
        value={typed ?? text}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save()}
        onClick={() => closed && !cell.running && onOpen()}
        onKeyDown={onKey}
      />
      {note && (
        <p class={wrong ? 'cell-note bad' : 'cell-note'} id={noteId} role={wrong ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </>
  );
}
