import type { ComponentChildren } from 'preact';
import { t } from '../../../lib/platform/words.ts';
import { Dialog } from '../../ui/Dialog.tsx';

interface Props {
  readonly title: string;
  /** What the button that finishes it is called. */
  readonly action: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Why it was not done, in words; null: nothing is wrong. */
  readonly problem?: string | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A form in front of the page: its fields, then "Cancel" and the button that does it. */
export const FormDialog = ({ title, action, danger, disabled, problem, onSubmit, onClose, children }: Props) => (
  <Dialog label={title} onClose={onClose}>
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h2 class="dialog-h">{title}</h2>
      <div class="edit">
        {children}
        {problem && (
          <p class="bad" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div class="bar end">
        <button class="btn" type="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button class={danger ? 'btn danger' : 'btn primary'} type="submit" disabled={disabled}>
          {action}
        </button>
      </div>
    </form>
  </Dialog>
);
