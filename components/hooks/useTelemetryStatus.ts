import { useEffect, useState } from 'preact/hooks';
import { shownStatus, type TelemetryStatus } from '../../lib/telemetry/shown-status.ts';

/** What the footer shows of telemetry, kept up to date; null until it is read. */
export function useTelemetryStatus(): TelemetryStatus | null {
  const [status, setStatus] = useState<TelemetryStatus | null>(null);
  useEffect(() => {
    const read = (): void => void shownStatus.read().then(setStatus);
    read();
    return shownStatus.watch(read);
  }, []);
  return status;
}
