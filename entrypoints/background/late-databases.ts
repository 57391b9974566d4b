export { openDatabase } from '../../lib/storage/database.ts';
export { openTelemetryDatabase } from '../../lib/telemetry/database.ts';
