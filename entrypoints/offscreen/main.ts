import { ring } from '../../lib/platform/ring.ts';

/** Rings once and goes. */
void ring().finally(() => window.close());
