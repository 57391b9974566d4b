import { useState } from 'preact/hooks';
import { type ReportQuery, writeQuery } from '../../../lib/domain/report/address.ts';
import type { SavedReport } from '../../../lib/domain/saved-report.ts';
import { t } from '../../../lib/platform/words.ts';
import type { Commands } from '../../popup/useCommands.ts';
import { Icon } from '../../ui/Icon.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usePopover } from './usePopover.ts';

interface Props {
  readonly saved: readonly SavedReport[];
  readonly query: ReportQuery;
  readonly commands: Commands;
}

/** Reports kept by name: open, replace, remove, and keep this one. */
export function SavedReports({ saved, query, commands }: Props) {
  const { open, toggle, close, around } = usePopover();
  return (
    <div class="pop-around" ref={around}>
      <button class="btn" type="button" aria-expanded={open} onClick={toggle}>
        {t('savedReports')}
        <Icon name="down" />
      </button>
      {open && (
        <div class="pop card">
          {saved.length === 0 ? (
            <p class="fine">{t('noSavedReports')}</p>
          ) : (
            <ul aria-label={t('savedReports')}>
              {saved.map((report) => (
                <li key={report.id}>
                  <a class="trunc grow" dir="auto" href={`#reports?${report.query}`} onClick={close}>
                    {report.name}
                  </a>
                  <button
                    class="icon"
                    type="button"
                    aria-label={t('removeReport', report.name)}
                    onClick={() =>
                      void commands.run({ type: 'report.remove', id: report.id }, ({ undo }) =>
                        commands.say(t('removedReport', report.name), undo),
                      )
                    }
                  >
                    <Icon name="cross" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <SaveThis saved={saved} query={query} commands={commands} onDone={close} />
        </div>
      )}
    </div>
  );
}

/** A name that is there already means that report: it is replaced. */
function SaveThis({ saved, query, commands, onDone }: Props & { readonly onDone: () => void }) {
  const [name, setName] = useState('');
  const trimmed = name.trim();
  const known = saved.find((report) => report.name === trimmed);
  const save = (event: Event): void => {
    event.preventDefault();
    if (trimmed === '') return;
    const command = { type: 'report.save', id: known?.id ?? null, name: trimmed, query: writeQuery(query) } as const;
    void commands.run(command, ({ undo }) => {
      commands.say(t('savedReport', trimmed), undo);
      onDone();
    });
  };
  return (
    <form onSubmit={save}>
      <TextField id="report-name" label={t('name')} value={name} onInput={setName} />
      <button class="btn sm" type="submit" disabled={trimmed === ''}>
        {t(known ? 'replaceReport' : 'saveReport')}
      </button>
    </form>
  );
}
