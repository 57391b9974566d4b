import {
  BrowserClient,
  dedupeIntegration,
  defaultStackParser,
  eventFiltersIntegration,
  linkedErrorsIntegration,
  Scope,
} from '@sentry/browser';
import type { Thrown } from '../../platform/thrown.ts';
import { sentry as destination } from '../destinations.ts';
import type { Strange } from '../envelope.ts';
import { errorBody, type SaidOfError } from '../error-envelope.ts';

type Envelope = Parameters<ReturnType<ConstructorParameters<typeof BrowserClient>[0]['transport']>['send']>[0];

/** How long the SDK gets to build a report; it takes a millisecond. */
const PATIENCE = 2000;

interface Builder {
  build(error: Error): Promise<unknown>;
}

/**
 * The SDK as a builder of reports and nothing else. Never `Sentry.init`: it would listen everywhere and send by itself.
 * Its transport puts the report aside. What `dataCollection` names is on unless it is switched off here.
 */
function newBuilder(): Builder {
  let built: unknown = null;
  const keep = (envelope: Envelope): void => {
    for (const [header, payload] of envelope[1]) if (header.type === 'event') built = payload;
  };
  const client = new BrowserClient({
    dsn: `${destination.host.replace('https://', `https://${destination.key}@`)}/${destination.project}`,
    transport: () => ({
      send: async (envelope) => {
        keep(envelope);
        return {};
      },
      flush: async () => true,
    }),
    stackParser: defaultStackParser,
    integrations: [eventFiltersIntegration(), linkedErrorsIntegration(), dedupeIntegration()],
    sendClientReports: false,
    dataCollection: {
      userInfo: false,
      cookies: false,
      httpHeaders: false,
      httpBodies: [],
      urlQueryParams: false,
      stackFrameVariables: false,
      frameContextLines: 0,
    },
    // The envelope is built anew from a list afterwards; these are taken out already here, so that nothing formats them.
    beforeSend: ({ user, request, breadcrumbs, extra, contexts, server_name, modules, transaction, ...rest }) => rest,
  });
  client.init();
  const scope = new Scope();
  scope.setClient(client);
  return {
    async build(error) {
      built = null;
      scope.captureException(error);
      await client.flush(PATIENCE);
      return built;
    },
  };
}

let builder: Builder | null = null;
let last: Promise<unknown> = Promise.resolve();

const errorFrom = ({ name, message, stack }: Thrown): Error => {
  const error = new Error(message);
  error.name = name;
  error.stack = stack;
  return error;
};

/** The exact bytes of one error report; null when it repeats the one before. */
export function buildError(thrown: Thrown, said: SaidOfError): Promise<{ readonly body: string } | Strange | null> {
  builder ??= newBuilder();
  const { build } = builder;
  const mine = last.then(() => build(errorFrom(thrown)));
  last = mine.catch(() => undefined);
  return mine.then((built) => (built === null ? null : errorBody(built, said)));
}
