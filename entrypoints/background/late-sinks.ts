export { lazyBuilders } from '../../lib/telemetry/sinks/lazy.ts';
