import { isFingerprint } from './fingerprint.ts';
import { type PlatformFacts, strangeFact } from './platform-facts.ts';
import { type EventName, type FieldName, isEventName, ruleOf } from './registry.ts';

/** There is one person. */
const USER_ID = 1;
/** Numbers that mean nothing outside this installation, and cannot hold anything else, such as an instant. */
const HIGHEST_ID = 999_999_999;

/** The name of what was not as it must be; never its value. */
export interface Strange {
  readonly strange: string;
}
export const isStrange = (checked: object): checked is Strange => 'strange' in checked;

export type CheckedFields = Readonly<Partial<Record<FieldName, number>>>;

const isId = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= HIGHEST_ID;

/** A field's name as it may stand in the local log: one that is not like ours could be somebody's text. */
const sayable = (name: string): string => (/^[a-z][a-z_]{0,39}$/.test(name) ? name : 'a field');

/** The fields in a new object, or the name of the first that may not be there. `null` and `undefined` are absent. */
export function checkFields(name: unknown, given: unknown): CheckedFields | Strange {
  if (!isEventName(name)) return { strange: 'event' };
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { strange: 'fields' };
  const { needs, mayHave } = ruleOf(name);
  const allowed = [...needs, ...mayHave];
  const fields: Partial<Record<FieldName, number>> = { user_id: USER_ID };
  for (const [key, value] of Object.entries(given)) {
    const known = allowed.find((field) => field === key);
    if (!known) return { strange: sayable(key) };
    if (value === null || value === undefined) continue;
    if (!isId(value)) return { strange: known };
    fields[known] = value;
  }
  const missing = needs.find((field) => fields[field] === undefined);
  return missing ? { strange: missing } : fields;
}

/** What an event is to say, already checked. */
export interface Said {
  readonly name: EventName;
  readonly fields: CheckedFields;
  readonly fingerprint: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly platform: PlatformFacts;
}

/** The facts of the platform under the names PostHog knows them by. */
export const platformProperties = ({ os, browser, browserVersion, appVersion }: PlatformFacts) => ({
  $os: os,
  $browser: browser,
  $browser_version: browserVersion,
  app_version: appVersion,
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const FIRST_INSTANT = Date.UTC(2020, 0, 1);
const LAST_INSTANT = Date.UTC(2200, 0, 1);
export const isInstant = (at: unknown): at is number =>
  typeof at === 'number' && Number.isInteger(at) && at >= FIRST_INSTANT && at < LAST_INSTANT;

/**
 * Copies what may be sent out of what the SDK built into a NEW object, key by key. Everything else it added (time zone,
 * language, page address, session, device) is left behind because nothing here names it.
 * @returns the exact string that will be sent
 */
export function usageBody(built: unknown, said: Said): { readonly body: string } | Strange {
  const { uuid, event, properties } = (built ?? {}) as Record<string, unknown>;
  const props = (properties ?? {}) as Record<string, unknown>;
  const fact = strangeFact(said.platform);
  if (fact) return { strange: fact };
  if (typeof uuid !== 'string' || !UUID.test(uuid)) return { strange: 'uuid' };
  if (event !== said.name || !isEventName(event)) return { strange: 'event' };
  if (!isFingerprint(said.fingerprint) || props.distinct_id !== said.fingerprint) return { strange: 'distinct_id' };
  if (!isInstant(said.at)) return { strange: 'timestamp' };
  const copied: Record<string, unknown> = {};
  for (const [key, value] of Object.entries({ ...said.fields, ...platformProperties(said.platform) })) {
    if (props[key] !== value) return { strange: key };
    copied[key] = value;
  }
  const envelope = {
    uuid,
    event,
    distinct_id: said.fingerprint,
    timestamp: new Date(said.at).toISOString(),
    properties: { ...copied, $process_person_profile: false, $geoip_disable: true, $ip: '0.0.0.0' },
  };
  return { body: JSON.stringify(envelope) };
}
