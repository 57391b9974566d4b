import * as v from 'valibot';

/** Events that only a page can tell of; all others follow from what a command did. */
export const pageEvents = [
  'setup.completed',
  'report.viewed',
  'export.created',
  'import.completed',
  'backup.created',
  'backup.restored',
  'telemetry.dashboard_viewed',
] as const;

const by = v.picklist(['welcome', 'options']);
const text = v.pipe(v.string(), v.maxLength(10_000));

/** What the extension's pages say to telemetry. */
export const telemetryMessageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('telemetry.agree'), by }),
  v.strictObject({ type: v.literal('telemetry.withdraw'), by }),
  v.strictObject({ type: v.literal('telemetry.deleteWaiting') }),
  v.strictObject({ type: v.literal('telemetry.emptyLog') }),
  v.strictObject({ type: v.literal('telemetry.putBackLog') }),
  v.strictObject({ type: v.literal('telemetry.keepLog'), keeps: v.boolean() }),
  v.strictObject({ type: v.literal('telemetry.eraseAll') }),
  v.strictObject({ type: v.literal('telemetry.question') }),
  v.strictObject({ type: v.literal('telemetry.noteAsked') }),
  v.strictObject({ type: v.literal('telemetry.sample') }),
  v.strictObject({ type: v.literal('telemetry.happened'), event: v.picklist(pageEvents) }),
  v.strictObject({
    type: v.literal('telemetry.thrown'),
    thrown: v.strictObject({ name: text, message: text, stack: text }),
  }),
]);

export type TelemetryMessage = v.InferOutput<typeof telemetryMessageSchema>;
export type TelemetryMessageType = TelemetryMessage['type'];
export type TelemetryMessageOf<T extends TelemetryMessageType> = Extract<TelemetryMessage, { type: T }>;

/** `notPermitted`: the browser's own permission is missing (Firefox). `notSaved`: it could not be stored. */
export type TelemetryOutcome = 'done' | 'notPermitted' | 'notSaved';

interface Special {
  /** Which question the welcome page has to ask. */
  'telemetry.question': 'first' | 'newPolicy' | null;
  /** One event, whole, as it would be sent. */
  'telemetry.sample': string | null;
}

export type TelemetryAnswer<T extends TelemetryMessageType> = T extends keyof Special ? Special[T] : TelemetryOutcome;

/** One function a message. */
export type TelemetryTable = {
  [T in TelemetryMessageType]: (message: TelemetryMessageOf<T>) => Promise<TelemetryAnswer<T>>;
};
