import { formatLocale, t, wordsLanguage } from '../../lib/platform/words.ts';
import { useTelemetryStatus } from '../hooks/useTelemetryStatus.ts';
import { Icon } from '../ui/Icon.tsx';

type Status = NonNullable<ReturnType<typeof useTelemetryStatus>>;

/** How much was ever sent, and the way to every byte of it. */
export function TelemetryLine() {
  const status = useTelemetryStatus();
  if (!status) return null;
  return (
    <a class="telemetry" href="options.html#privacy" target="_blank" rel="noopener">
      <Icon name="lock" />
      {wordsFor(status)}
    </a>
  );
}

function wordsFor({ state, sent, since }: Status): string {
  if (state === 'on') {
    const one = new Intl.PluralRules(wordsLanguage()).select(sent) === 'one';
    return one ? t('footerOnOne') : t('footerOnOther', new Intl.NumberFormat(formatLocale()).format(sent));
  }
  if (state === 'unset' || since === null) return t('footerNothing');
  return t('footerOffSince', new Intl.DateTimeFormat(formatLocale(), { day: 'numeric', month: 'short' }).format(since));
}
