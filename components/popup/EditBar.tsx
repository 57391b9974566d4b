import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';

interface Props {
  /** Whether the person is leaving with changes that are not saved. */
  readonly leaving: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
  readonly onDelete: () => void;
}

/** The buttons under an entry; when changes would be lost, the question about them instead. */
export function EditBar({ leaving, onStay, onLeave, onCancel, onDelete }: Props) {
  if (leaving) return <LeaveQuestion onStay={onStay} onLeave={onLeave} />;
  return (
    <div class="bar">
      <button class="btn ghost danger" type="button" onClick={onDelete}>
        {t('delete')}
      </button>
      <span class="grow" />
      <button class="btn" type="button" onClick={onCancel}>
        {t('cancel')}
      </button>
      <button class="btn primary" type="submit">
        {t('save')}
      </button>
    </div>
  );
}

export function LeaveQuestion({ onStay, onLeave }: Pick<Props, 'onStay' | 'onLeave'>) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <div
      class="bar"
      role="alertdialog"
      aria-labelledby="leave-question"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onStay();
      }}
    >
      <span class="grow" id="leave-question">
        {t('discardChanges')}
      </span>
      <button class="btn" type="button" ref={stay} onClick={onStay}>
        {t('keepEditing')}
      </button>
      <button class="btn ghost danger" type="button" onClick={onLeave}>
        {t('discard')}
      </button>
    </div>
  );
}
