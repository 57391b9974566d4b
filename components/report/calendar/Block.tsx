import type { DayPiece, DaySpan } from '../../../lib/domain/day-layout.ts';
import { t } from '../../../lib/platform/words.ts';
import { InvoiceLock } from '../../ui/InvoiceLock.tsx';
import { clientName, projectName } from '../named.ts';
import { blockName, blockTimes, type Wording } from './words.ts';

interface Props {
  readonly piece: DayPiece;
  /** Where it is drawn: while it is dragged not where it is. */
  readonly span: DaySpan;
  readonly lane: number;
  readonly lanes: number;
  readonly scale: number;
  readonly state: 'still' | 'handled' | 'away';
  /** Times as they would be; while it is dragged. */
  readonly times: string | null;
  readonly wording: Wording;
  readonly onOpen: () => void;
}

const MINUTE = 60_000;
/** So that the shortest entry can still be seen and pressed. */
const LEAST = 14;

/** Pixels from which there is room for two lines, and for three. */
const TWO = 46;
const THREE = 70;

/** Where something of a day stands in its column. */
export const placeOf = ({ from, to }: DaySpan, scale: number) => ({
  insetBlockStart: `${(from / MINUTE) * scale}px`,
  height: `${Math.max(LEAST, ((to - from) / MINUTE) * scale - 2)}px`,
});

/** An entry on the time axis, or the part of it that is on this day. */
export function BlockItem({ piece, span, lane, lanes, scale, state, times, wording, onOpen }: Props) {
  const { entry, begins, ends } = piece;
  const { named } = wording;
  const height = ((span.to - span.from) / MINUTE) * scale - 2;
  const project = named.project.get(entry.projectId ?? '');
  const where = [projectName(named, entry.projectId), clientName(named, entry.projectId)].filter(Boolean).join(' · ');
  const name = blockName(piece, wording);
  const when = times ?? blockTimes(piece, wording);
  const style = {
    ...placeOf(span, scale),
    insetInlineStart: `${(lane / lanes) * 100}%`,
    inlineSize: `calc(${100 / lanes}% - ${lane + 1 < lanes ? 2 : 0}px)`,
  };
  const kind = height < TWO ? 'low' : height < THREE ? 'middle' : 'high';
  const edges = `${begins ? '' : ' from-before'}${ends ? '' : ' goes-on'}`;
  return (
    <li class={`place ${state}`} style={style}>
      <button
        type="button"
        class={`blk ${kind}${edges} ${project ? `c${project.colour}` : 'plain'}`}
        data-entry={entry.id}
        aria-label={name}
        title={name}
        onClick={onOpen}
      >
        <b class="trunc" dir="auto">
          {'invoice' in entry && <InvoiceLock entry={entry} />} {entry.description.trim() || t('noDescription')}
        </b>
        {kind === 'high' && (
          <span class="trunc" dir="auto">
            {where}
          </span>
        )}
        <span class="num trunc">
          {kind === 'middle' && `${projectName(named, entry.projectId)} · `}
          {when}
        </span>
      </button>
    </li>
  );
}
