import { reportErrors } from '../../lib/messaging/report-errors.ts';
import { mountPopup } from './mount.tsx';

// Other pages share what is in one file with this (scripts/chunks.ts): it begins in the popup alone.
if (document.documentElement.dataset.page === 'popup') {
  reportErrors();
  void mountPopup(false);
}
