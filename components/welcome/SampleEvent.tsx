import { useEffect, useState } from 'preact/hooks';
import { tell } from '../../lib/messaging/telemetry-client.ts';
import { t } from '../../lib/platform/words.ts';
import { Bytes } from '../privacy/Bytes.tsx';
import { documents } from '../privacy/documents.ts';

/** One event, made by the code that makes all. */
export function SampleEvent() {
  const [sample, setSample] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    void tell({ type: 'telemetry.sample' }).then((answer) => {
      if (answer === null || answer === 'noAnswer') setMissing(true);
      else setSample(answer);
    });
  }, []);
  return (
    <section aria-labelledby="sample">
      <h2 id="sample">{t('sampleTitle')}</h2>
      <p class="muted">
        {t('sampleIntro')} {t('sampleZeros')}
      </p>
      {sample !== null && <Bytes text={sample} name={t('sampleName')} />}
      {missing && <p>{t('sampleMissing')}</p>}
      <p class="check-it">
        <a href={documents.howToCheck}>{t('howToCheck')}</a> <span class="muted">{t('howToCheckWith')}</span>
      </p>
    </section>
  );
}
