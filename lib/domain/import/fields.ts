import { fold } from '../fold.ts';

/** What a column of somebody's file can hold. */
export type Field =
  | 'id'
  | 'user'
  | 'client'
  | 'project'
  | 'task'
  | 'description'
  | 'tags'
  | 'billable'
  | 'date'
  | 'startDate'
  | 'startTime'
  | 'endDate'
  | 'endTime'
  | 'start'
  | 'end'
  | 'duration'
  | 'zone'
  | 'rate'
  | 'currency'
  | 'invoiced'
  | 'invoiceNumber'
  | 'invoiceDate'
  | 'paid'
  | 'locked'
  | 'type';

/** In the order they are offered when columns are matched by hand. */
export const fieldsByHand: readonly Field[] = [
  ...(['date', 'startDate', 'startTime', 'endDate', 'endTime', 'start', 'end', 'duration', 'description'] as const),
  ...(['client', 'project', 'task', 'tags', 'billable', 'user', 'zone'] as const),
];

/** Where each field stands in a row; what is not there is left out. */
export type Columns = Partial<Readonly<Record<Field, number>>>;

/** A heading without case, accents, marks and the space around it. */
export const heading = (text: string): string =>
  fold(text)
    .replace(/^\ufeff/, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/[?:*]/g, '')
    .trim();

/** Names under which trackers and people write the same, in several languages; the first found wins. */
// biome-ignore format: a table reads better in few lines
export const usualNames: Readonly<Record<Field, readonly string[]>> = {
  id: ['id'],
  user: ['user', 'member', 'name', 'user name', 'employee', 'benutzer', 'nutzer', 'mitarbeiter', 'username', 'utilisateur', 'usuario'],
  client: ['client', 'client name', 'customer', 'kunde', 'auftraggeber', 'cliente', 'klant'],
  project: ['project', 'project name', 'projekt', 'projet', 'proyecto', 'progetto', 'projeto'],
  task: ['task', 'task name', 'activity', 'aktivitat', 'tatigkeit', 'aufgabe', 'tache', 'activite', 'tarea', 'actividad'],
  description: ['description', 'notes', 'note', 'beschreibung', 'notiz', 'notizen', 'descripcion', 'what', 'title', 'comment', 'summary'],
  tags: ['tags', 'tag', 'labels', 'label', 'schlagworte', 'schlagworter', 'stichworter', 'etiquetas'],
  billable: ['billable', 'abrechenbar', 'verrechenbar', 'facturable', 'is billable'],
  date: ['date', 'datum', 'day', 'tag der arbeit', 'fecha', 'data', 'spent date'],
  startDate: ['start date', 'startdatum', 'begin date', 'date de debut'],
  startTime: ['start time', 'from', 'von', 'begin', 'beginn', 'startzeit', 'start', 'debut', 'de', 'desde'],
  endDate: ['end date', 'stop date', 'enddatum', 'date de fin'],
  endTime: ['end time', 'stop time', 'to', 'bis', 'ende', 'endzeit', 'stop', 'end', 'fin', 'a', 'hasta'],
  start: ['start', 'started', 'started at', 'start time', 'begin', 'beginn'],
  end: ['end', 'ended', 'ended at', 'stop', 'end time', 'stop time', 'ende'],
  duration: ['duration', 'duration (h)', 'hours', 'dauer', 'stunden', 'duration (hours)', 'duration hours', 'duree', 'duracion', 'time', 'zeit', 'duration (decimal)', 'duration (formatted)', 'hours rounded'],
  zone: ['time zone', 'timezone', 'zone', 'zeitzone'],
  rate: ['hourly rate', 'billable rate', 'hourly price', 'stundensatz', 'stundenlohn', 'rate'],
  currency: ['currency', 'wahrung', 'devise', 'moneda'],
  invoiced: ['invoiced', 'exported', 'abgerechnet'],
  invoiceNumber: ['invoice number', 'invoice id'],
  invoiceDate: ['invoice date'],
  paid: ['paid', 'bezahlt'],
  locked: ['locked'],
  type: ['type', 'typ'],
};

/** The currency a money column names, `Billable Rate (USD)`. */
const currencyIn = /\(([A-Z]{3})\)\s*$/;

export const currencyOfHeading = (text: string): string | null => currencyIn.exec(text.trim())?.[1] ?? null;

/** A heading without the currency at its end. */
export const plainHeading = (text: string): string => heading(text.trim().replace(currencyIn, ''));

/** Finds each field by its names among headings. A column is used once, by the field that is asked for first. */
export function columnsByName(
  headings: readonly string[],
  names: Partial<Readonly<Record<Field, readonly string[]>>>,
): Columns {
  const there = headings.map(plainHeading);
  const used = new Set<number>();
  const columns: { [F in Field]?: number } = {};
  for (const [field, wanted] of Object.entries(names) as [Field, readonly string[]][]) {
    for (const name of wanted) {
      const at = there.findIndex((text, i) => text === name && !used.has(i));
      if (at < 0) continue;
      used.add(at);
      columns[field] = at;
      break;
    }
  }
  return columns;
}
