import { reportErrors } from '../../lib/messaging/report-errors.ts';
import { pageQueries } from '../../lib/storage/page-queries.ts';
import { keepFolder } from '../../lib/transfer/keep-folder.ts';
import { mountPopup } from '../popup/mount.tsx';

reportErrors();
void mountPopup(true);
keepFolder(pageQueries);
