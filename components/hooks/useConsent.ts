import { useEffect, useState } from 'preact/hooks';
import { tell } from '../../lib/messaging/telemetry-client.ts';
import type { TelemetryOutcome } from '../../lib/messaging/telemetry-messages.ts';
import { hasPermission, requestInClick } from '../../lib/telemetry/view.ts';

export type ConsentOutcome = TelemetryOutcome | 'noAnswer';

export interface ConsentCommands {
  /** To be called in a click, before anything is awaited: Firefox lets only that ask for its own permission. */
  readonly agree: () => Promise<ConsentOutcome>;
  readonly withdraw: () => Promise<ConsentOutcome>;
}

/** The two answers a person can give. */
export function useConsent(by: 'welcome' | 'options'): ConsentCommands {
  const [browserAsks, setBrowserAsks] = useState(false);
  useEffect(() => void hasPermission().then(setBrowserAsks), []);
  const agree = async (): Promise<ConsentOutcome> => {
    if (browserAsks && !(await requestInClick())) return 'notPermitted';
    return tell({ type: 'telemetry.agree', by });
  };
  return { agree, withdraw: () => tell({ type: 'telemetry.withdraw', by }) };
}
