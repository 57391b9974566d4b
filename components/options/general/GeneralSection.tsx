import { t } from '../../../lib/platform/words.ts';
import { AppearanceRows } from './AppearanceRows.tsx';
import { FormatRows } from './FormatRows.tsx';
import { NewEntryRows } from './NewEntryRows.tsx';
import { ShortcutsRow } from './ShortcutsRow.tsx';

export const GeneralSection = () => (
  <section class="sec" id="general" aria-labelledby="general-heading">
    <h2 id="general-heading">{t('general')}</h2>
    <div class="card">
      <AppearanceRows />
      <FormatRows />
    </div>
    <h3>{t('newEntries')}</h3>
    <div class="card">
      <NewEntryRows />
    </div>
    <h3>{t('keyboardAndToolbar')}</h3>
    <div class="card">
      <ShortcutsRow />
    </div>
  </section>
);
