import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { WelcomeApp } from '../../components/welcome/WelcomeApp.tsx';
import { reportErrors } from '../../lib/messaging/report-errors.ts';
import { shortcutOf } from '../../lib/platform/shortcuts.ts';
import { t, wordsDirection, wordsLanguage } from '../../lib/platform/words.ts';

reportErrors();

function Welcome() {
  const [keys, setKeys] = useState<string | null>(null);
  useEffect(() => void shortcutOf('_execute_action').then(setKeys), []);
  return <WelcomeApp keys={keys} firefox={import.meta.env.FIREFOX} />;
}

document.documentElement.lang = wordsLanguage();
document.documentElement.dir = wordsDirection();
document.title = t('welcomeTitle');
const root = document.getElementById('app');
if (root) render(<Welcome />, root);
