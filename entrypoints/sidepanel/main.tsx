import { reportErrors } from '../../lib/messaging/report-errors.ts';
import { mountPopup } from '../popup/mount.tsx';

reportErrors();
void mountPopup(true);
