import { fold } from '../fold.ts';

/** How trackers head their columns in other languages, without case and accents, by the English heading of the same. */
// biome-ignore format: a table reads better in few lines
const elsewhere: Readonly<Record<string, string>> = {
  activity: 'tatigkeit|aktivitat|activite|actividad|attivita|atividade|activiteit|aktivitet|aktywnosc|cinnost',
  billable: 'abrechenbar|verrechenbar|facturable|faturavel|facturavel|fatturabile|factureerbaar|declarabel|fakturerbar|debiterbar|rozliczalne|is billable',
  'billable amount': 'preis|abrechenbarer betrag|prix|montant facturable|precio|importe facturable|preco|valor faturavel|prezzo|importo fatturabile|prijs|pris|cena',
  'billable rate': 'abrechenbarer satz|stundensatz|stundenpreis|stundenlohn|taux facturable|taux horaire|prix horaire|tarifa facturable|tarifa por hora|precio por hora|taxa faturavel|valor por hora|tariffa oraria|uurtarief|timepris|timpris|stawka godzinowa',
  client: 'kunde|auftraggeber|cliente|klant|kund|klient|zakaznik|asiakas',
  currency: 'wahrung|devise|moneda|moeda|valuta|waluta|mena',
  date: 'datum|fecha|data|dato|paivamaara|tag der arbeit',
  description: 'beschreibung|bezeichnung|descripcion|descricao|descrizione|beschrijving|omschrijving|beskrivelse|beskrivning|opis|popis|kuvaus',
  duration: 'dauer|zeit|duree|duracion|duracao|durata|duur|varighed|varighet|varaktighet|czas trwania|trvani|kesto',
  'end date': 'enddatum|einddatum|date de fin|fecha de fin|fecha de finalizacion|fecha final|data de termino|data de fim|data final|data di fine|data fine|slutdatum|slutdato|sluttdato|data zakonczenia',
  'end time': 'endzeit|eindtijd|heure de fin|hora de fin|hora de finalizacion|hora final|hora de termino|hora de fim|ora di fine|ora fine|sluttid|godzina zakonczenia',
  exported: 'exportiert|exporte|exportado|esportato|geexporteerd|exporterad',
  'first name': 'vorname|prenom|nombre|nome|voornaam|fornavn|fornamn|imie',
  from: 'von|de|desde|da|van|fra|fran|od|beginn|debut|inicio|inizio',
  group: 'gruppe|groupe|grupo|gruppo|groep',
  hours: 'stunden|heures|horas|ore|uren|timer|timmar|godziny|hodiny|tunnit',
  invoiced: 'in rechnung gestellt|abgerechnet|fakturiert|facture|facturado|faturado|fatturato|gefactureerd|faktureret|fakturerad',
  'last name': 'nachname|nom|apellidos|apellido|sobrenome|cognome|achternaam|efternavn|etternavn|efternamn|nazwisko',
  minutes: 'minuten|minutos|minuti|min',
  notes: 'notizen|notiz|notas|nota|notities|noter|notater|anteckningar|notatki|bemerkung|kommentar|commentaire|comentario',
  paid: 'bezahlt|paye|pagado|pago|pagato|betaald',
  pause: 'break|pausa|pauze',
  project: 'projekt|projet|proyecto|progetto|projeto|prosjekt|projekti',
  'project code': 'projektcode|code de projet|code du projet|codigo de proyecto|codigo do projeto|codice progetto|projectcode',
  'start date': 'startdatum|begindatum|date de debut|fecha de inicio|fecha inicial|data de inicio|data inicial|data di inizio|data inizio|startdato|data rozpoczecia',
  'start time': 'startzeit|begintijd|starttijd|heure de debut|hora de inicio|hora inicial|ora di inizio|ora inizio|starttid|godzina rozpoczecia',
  tags: 'schlagworte|schlagworter|stichworter|etiquettes|mots-cles|etiquetas|etichette|tagi|taggar|stitky',
  task: 'aufgabe|tache|tarea|tarefa|compito|taak|opgave|oppgave|uppgift|zadanie|ukol',
  'time zone': 'timezone|zeitzone|fuseau horaire|zona horaria|fuso orario|fuso horario|tijdzone',
  to: 'bis|a|hasta|ate|tot|til|till|do|ende|fin|fim|fine|einde|slut',
  type: 'typ|tipo',
  user: 'benutzer|nutzer|mitarbeiter|utilisateur|usuario|utente|gebruiker|bruger|bruker|anvandare|uzytkownik|uzivatel',
};

const english = new Map(
  Object.entries(elsewhere).flatMap(([heading, others]) => others.split('|').map((other) => [other, heading] as const)),
);

const inBrackets = /\s*\(([^()]*)\)$/;
/** A dollar is of many countries. */
export const currencySigns: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY' };

/** The currency a money column names, `Billable Rate (USD)`; null: none. */
export function currencyOfHeading(text: string): string | null {
  const inside = inBrackets.exec(text.trim())?.[1]?.trim() ?? '';
  return /^[A-Z]{3}$/.test(inside) ? inside : (currencySigns[inside] ?? null);
}

/** A heading in English and without case, accents, marks, the space around it and the currency at its end. */
export function plainHeading(text: string): string {
  const bare = fold(text)
    .replace(/["?¿:*\ufeff]/g, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  const bracket = inBrackets.exec(bare);
  if (!bracket) return english.get(bare) ?? bare;
  const [whole, inside = ''] = bracket;
  const before = bare.slice(0, -whole.length);
  const named = english.get(before) ?? before;
  if (/^\p{Sc}?$/u.test(inside) || /\([A-Z]{3}\)\s*$/.test(text)) return named;
  return `${named} (${inside.replace(/^de[zcs]imal\p{L}*$/u, 'decimal')})`;
}
