import { describe, expect, test } from 'vitest';
import { importInto, lookAt, memoryJournal, read } from './journal.ts';
import { told } from './told.ts';

/** The headings trackers write in other languages, with a row each; dates, decimals and words follow the language. */
const clockify = {
  German: [
    'Projekt;Kunde;Beschreibung;Aufgabe;Benutzer;Gruppe;E-Mail;Tags;Abrechenbar;Startdatum;Startzeit;Enddatum;Endzeit;Dauer (h);Dauer (dezimal);Abrechenbarer Satz (EUR);Abrechenbarer Betrag (EUR)',
    'Ja;22.06.2026;10:00;22.06.2026;11:00;01:00:00;1,00;85,50;85,50',
  ],
  Spanish: [
    'Proyecto;Cliente;Descripción;Tarea;Usuario;Grupo;Correo electrónico;Etiquetas;Facturable;Fecha de inicio;Hora de inicio;Fecha de finalización;Hora de finalización;Duración (h);Duración (decimal);Tarifa facturable (EUR);Importe facturable (EUR)',
    'Sí;22/06/2026;10:00 a. m.;22/06/2026;11:00 a. m.;01:00:00;1,00;85,50;85,50',
  ],
  French: [
    'Projet;Client;Description;Tâche;Utilisateur;Groupe;E-mail;Étiquettes;Facturable;Date de début;Heure de début;Date de fin;Heure de fin;Durée (h);Durée (décimal);Taux facturable (EUR);Montant facturable (EUR)',
    'Oui;22/06/2026;10:00;22/06/2026;11:00;01:00:00;1,00;85,50;85,50',
  ],
  Portuguese: [
    'Projeto;Cliente;Descrição;Tarefa;Usuário;Grupo;E-mail;Etiquetas;Faturável;Data de início;Hora de início;Data de término;Hora de término;Duração (h);Duração (decimal);Taxa faturável (EUR);Valor faturável (EUR)',
    'Sim;22/06/2026;10:00;22/06/2026;11:00;01:00:00;1,00;85,50;85,50',
  ],
} as const;

test.each(Object.entries(clockify))('Clockify in %s', async (_, [head, times]) => {
  const text = `${head}\nSite;Acme;Header;Build;Ada;;ada@example.com;web, css;${times}\n`;
  expect((await read(text)).source).toBe('clockify');
  expect(await told(text)).toEqual([
    '2026-06-22 10:00 > 11:00 Header Acme/Site/Build #web #css billable 85.5 EUR = 85.5',
  ]);
});

const harvest = {
  German: [
    'Datum;Kunde;Projekt;Projektcode;Aufgabe;Notizen;Stunden;Abrechenbar?;In Rechnung gestellt?;Genehmigt?;Vorname;Nachname;Rollen;Mitarbeiter?;Abrechenbarer Satz;Abrechenbarer Betrag;Währung',
    '14.08.2026;Acme;Site;S;Build;Header;6,5;Ja;Ja;Nein;Ada;Byron;;Ja;160,00;1.040,00;Schweizer Franken - CHF',
  ],
  French: [
    'Date;Client;Projet;Code du projet;Tâche;Notes;Heures;Facturable ?;Facturé ?;Approuvé ?;Prénom;Nom;Rôles;Employé ?;Taux facturable;Montant facturable;Devise',
    '14/08/2026;Acme;Site;S;Build;Header;6,5;Oui;Oui;Non;Ada;Byron;;Oui;160,00;1 040,00;Franc suisse - CHF',
  ],
  Spanish: [
    'Fecha;Cliente;Proyecto;Código de proyecto;Tarea;Notas;Horas;¿Facturable?;¿Facturado?;¿Aprobado?;Nombre;Apellidos;Roles;¿Empleado?;Tarifa facturable;Importe facturable;Moneda',
    '14/08/2026;Acme;Site;S;Build;Header;6,5;Sí;Sí;No;Ada;Byron;;Sí;160,00;1.040,00;Franco suizo - CHF',
  ],
} as const;

test.each(Object.entries(harvest))('Harvest in %s', async (_, [head, row]) => {
  const file = await read(`${head}\n${row}\n`);
  expect([file.source, file.users]).toEqual(['harvest', ['Ada Byron']]);
  expect(await told(`${head}\n${row}\n`)).toEqual([
    '2026-08-14 09:00 > 15:30 Header Acme/Site/Build billable 160 CHF = 1040 invoiced',
  ]);
});

const kimai = {
  German:
    'Datum;Von;Bis;Dauer;Währung;Preis;Interner Preis;Stundenpreis;Festpreis;Name;Benutzer;E-Mail;Personalnummer;Kunde;Projekt;Tätigkeit;Beschreibung;Abrechenbar;Schlagworte;Typ',
  French:
    'Date;De;À;Durée;Devise;Prix;Prix interne;Taux horaire;Prix fixe;Nom;Utilisateur;E-mail;Matricule;Client;Projet;Activité;Description;Facturable;Étiquettes;Type',
  Italian:
    'Data;Da;A;Durata;Valuta;Prezzo;Prezzo interno;Tariffa oraria;Prezzo fisso;Nome;Utente;E-mail;Matricola;Cliente;Progetto;Attività;Descrizione;Fatturabile;Etichette;Tipo',
  Dutch:
    'Datum;Van;Tot;Duur;Valuta;Prijs;Interne prijs;Uurtarief;Vaste prijs;Naam;Gebruiker;E-mail;Personeelsnummer;Klant;Project;Activiteit;Beschrijving;Factureerbaar;Tags;Type',
} as const;

test.each(Object.entries(kimai))('Kimai in %s', async (_, head) => {
  const row =
    '19.11.2026;22:30;00:30;2:00;EUR;160,00;0;80,00;;Ada;ada;ada@example.com;;Acme;Site;Build;Header;1;late;timesheet';
  const file = await read(`${head}\n${row}\n`);
  expect([file.source, file.users]).toEqual(['kimai', ['ada']]);
  expect(await told(`${head}\n${row}\n`)).toEqual([
    '2026-11-19 22:30 > 2026-11-20 00:30 Header Acme/Site/Build #late billable 80 EUR = 160',
  ]);
});

describe('what trackers write beside it', () => {
  test('a file for Toggl’s or Clockify’s own import has no ends', async () => {
    expect(
      await told(
        'Email,Start date,Start time,Duration,Description,Tags\na@example.com,2026-11-19,08:20:00,00:42:00,X,"a,b"\n',
      ),
    ).toEqual(['2026-11-19 08:20 > 09:02 X - #a #b']);
    const text =
      'Project,Client,Description,Task,Email,Tags,Billable,Start Date,Start Time,Duration (h)\nSite,Acme,Off,,a@example.com,,No,08/31/2019,9:00 AM,8:00\n';
    expect([(await read(text)).source, await told(text)]).toEqual([
      'clockify',
      ['2019-08-31 09:00 > 17:00 Off Acme/Site'],
    ]);
  });

  test('Harvest with times of day; two people of one first name are two', async () => {
    const head = 'Date,Client,Project,Task,Notes,Started At,Ended At,Hours,Billable?,First Name,Last Name\n';
    const text = `${head}2026-01-30,Acme,Site,Build,A,9:00am,10:15am,1.25,Yes,Ada,Byron\n2026-01-30,Acme,Site,Build,B,9:00am,9:30am,0.5,Yes,Ada,Lovelace\n`;
    expect([(await read(text)).placed, (await read(text)).users]).toEqual([false, ['Ada Byron', 'Ada Lovelace']]);
    expect(await told(text, { user: 'Ada Lovelace' })).toEqual(['2026-01-30 09:00 > 09:30 B Acme/Site/Build billable']);
  });

  test('Kimai: a pause is not worked, an expense is no time, dates may stand with the times', async () => {
    const head = 'Date,From,To,Break,Duration,Customer,Project,Activity,Type\n';
    const rows = [
      '2026-11-19,08:00,12:00,0:30,3:30,Acme,Site,Build,timesheet\n',
      '2026-11-19,2026-11-19 22:30,2026-11-20 00:30,,2:00,Acme,Site,Build,timesheet\n',
      '2026-11-19,12:00,12:00,,0:00,Acme,Site,Taxi,expense\n',
    ];
    expect(await told(head + rows.join(''))).toEqual([
      '2026-11-19 08:00 > 11:30 Acme/Site/Build',
      '2026-11-19 22:30 > 2026-11-20 00:30 Acme/Site/Build',
      'line 4: isExpense',
    ]);
  });

  test('amounts without rates become the roundest rates that make them, each in its currency', async () => {
    const head = 'Description,Billable,Start date,Start time,End date,End time,Amount (EUR),Amount (USD)\n';
    const row = (end: string, amounts: string): string => `x,Yes,2026-11-19,08:00:00,2026-11-19,${end},${amounts}\n`;
    const text =
      head +
      row('09:30:00', '142.50,0.00') +
      row('08:01:00', '1.42,') +
      row('09:30:00', ',"1,275.00"') +
      row('09:00:00', '-,-');
    const { ratesWorkedOut } = await lookAt(memoryJournal(), text);
    expect([ratesWorkedOut, ...(await told(text))]).toEqual([
      true,
      '2026-11-19 08:00 > 09:30 x - billable 95 EUR = 142.5',
      '2026-11-19 08:00 > 08:01 x - billable 85 EUR = 1.42',
      '2026-11-19 08:00 > 09:30 x - billable 850 USD = 1275',
      '2026-11-19 08:00 > 09:00 x - billable',
    ]);
  });

  test('a list in brackets, semicolons or bars is a list of tags', async () => {
    const row = (tags: string): string => `2026-11-19 08:00,2026-11-19 09:00,${tags}\n`;
    const text = `Start,End,Tags\n${row('"[""a, b"", ""c""]"')}${row("\"['a', 'c']\"")}${row('[]')}${row('a; c')}${row('a|c')}`;
    const time = '2026-11-19 08:00 > 09:00 -';
    expect(await told(text)).toEqual([`${time} #a, b #c`, `${time} #a #c`, time, `${time} #a #c`, `${time} #a #c`]);
  });

  test('projects of two clients with one name are two; the same file again makes nothing', async () => {
    const head = 'Client,Project,Task,Description,Start date,Start time,End date,End time,Tags\n';
    const row = (client: string, at: string): string =>
      `${client},Site,Build,x,2026-11-19,${at}:00,2026-11-19,${at}:30,a\n`;
    const text = head + row('Acme', '08') + row('Osei', '09') + row('acme', '10');
    const world = memoryJournal();
    const first = await importInto(world, text);
    expect([first.made.client.length, first.made.project.length, first.made.task.length]).toEqual([3, 3, 3]);
    const again = await lookAt(world, text);
    expect([again.create, again.skipped, again.made.project.length]).toEqual([0, 3, 0]);
  });
});
