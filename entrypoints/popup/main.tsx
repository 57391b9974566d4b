import { reportErrors } from '../../lib/messaging/report-errors.ts';
import { mountPopup } from './mount.tsx';

reportErrors();
void mountPopup(false);
