import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import { copyTable } from '../../copy-table.ts';
import { type ReportExport, useReportExport } from '../../hooks/useReportExport.ts';
import type { Commands } from '../../popup/useCommands.ts';
import { Icon } from '../../ui/Icon.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { roundingSentence } from './RoundingField.tsx';
import { filterWords } from './scope-words.ts';
import type { Base } from './useBase.ts';
import type { Report } from './useReport.ts';

interface Props {
  readonly report: Report | null;
  readonly base: Base;
  readonly commands: Commands;
}

/** What the report shows as a file: exact times, and the rounded ones beside them. */
export function ExportButtons({ report, base, commands }: Props) {
  const save = useReportExport();
  const [busy, setBusy] = useState(false);
  const start = async (format: ReportExport['format']): Promise<void> => {
    if (!report) return;
    setBusy(true);
    const words = {
      filters: filterWords(report.query.filter, base),
      rounding: roundingSentence(report.scope.rounding),
    };
    const days = report.query.range.kind === 'all' ? null : report.scope.days;
    const file = await save({ format, scope: report.scope, days, ...words }).finally(() => setBusy(false));
    commands.say(t('exportedFile', base.formats.number(file.entries), file.name));
  };
  const copy = async (): Promise<void> => {
    const table = document.querySelector<HTMLTableElement>('table[aria-labelledby="details"]');
    if (table) commands.say(t('copiedMarkdown', base.formats.number(await copyTable(table))));
  };
  return (
    <>
      <button class="btn" type="button" disabled={!report || busy} onClick={() => void start('csv')}>
        <Icon name="download" />
        {t('exportCsv')}
      </button>
      <button class="btn" type="button" disabled={!report || busy} onClick={() => void start('json')}>
        {t('exportJsonButton')}
      </button>
      <MenuButton
        label={t('moreExports')}
        items={[
          { label: 'XLSX', run: () => void start('xlsx') },
          { label: 'iCalendar', run: () => void start('ics') },
          { label: t('csvShapedFor', 'Toggl Track'), run: () => void start('toggl') },
          { label: t('csvShapedFor', 'Clockify'), run: () => void start('clockify') },
          { label: t('copyMarkdown'), run: () => void copy() },
        ]}
      />
    </>
  );
}
