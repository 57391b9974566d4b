import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';
import { PinPicture } from './PinPicture.tsx';

interface Props {
  readonly sends: boolean;
  /** Whether the answer was just given here. */
  readonly justNow: boolean;
  readonly keys: string | null;
  readonly firefox: boolean;
}

/** After the answer, in place of the question. */
export function AllSet({ sends, justNow, keys, firefox }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (justNow) heading.current?.focus(); // the button that had the focus is gone
  }, [justNow]);
  return (
    <section class="card consent all-set" aria-labelledby="all-set">
      <h2 id="all-set" tabIndex={-1} ref={heading}>
        {keys ? t('setWithKeys', keys) : t('setWithoutKeys')}
      </h2>
      <p class="muted">{t(sends ? 'setSends' : 'setNothingSent')}</p>
      <div class="pin">
        <PinPicture firefox={firefox} />
        <p>{t(firefox ? 'pinFirefox' : 'pinChromium')}</p>
      </div>
      <p class="next">
        <a href="popup.html">{t('openTimerHere')}</a>
        <a href="options.html#privacy">{t('openPrivacySettings')}</a>
      </p>
    </section>
  );
}
