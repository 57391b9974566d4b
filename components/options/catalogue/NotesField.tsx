import { t } from '../../../lib/platform/words.ts';

interface Props {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export const NotesField = ({ value, onInput }: Props) => (
  <div class="f">
    <label for="thing-notes">{t('notes')}</label>
    <textarea
      class="in"
      id="thing-notes"
      rows={2}
      dir="auto"
      maxLength={5000}
      value={value}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
    />
  </div>
);
