import type { Language } from "../../kernel/language.ts";

const fi = {
  edition: (name: string, edition: number, date: string) =>
    `${name}, painos ${edition}. Tilanne ${date}.`,
  preview: (name: string, date: string) =>
    `Esikatselu raportista ${name}, jota ei ole lähetetty. Tilanne ${date}.`,
  correction: (edition: number, reason: string) => `Oikaisee painoksen ${edition}: ${reason}`,
  link: (name: string) => `${name}: koko raportti JSON-tiedostona`,
  fingerprint: (digest: string) =>
    `Tiedoston SHA-256-sormenjälki on ${digest}. Avaaminen vaatii kirjautumisen.`,
  granted: (date: string) =>
    `Hankkeelle myönnetty yhteensä, raportissa ${date}. Päivä on raportin, ei päätöksen.`,
  used: (date: string) =>
    `Myönnetystä käytetty yhteensä ${date} mennessä: kertymä, ei yksittäinen maksu.`,
  doneIn: "Kunnat, joissa tämä on valmis",
  done: "Valmis: 1, ei vielä valmis: 0",
  reachedIn: "Kunnat, joissa tavoitearvo on saavutettu",
  goal: (goal: string) => `Tavoitearvo kussakin kunnassa: ${goal}`,
  value: (unit: string) => `Toteuma, yksikkönä ${unit}`,
  plainValue: "Toteuma",
  asOf: (date: string) => `Tilanne ${date}.`,
  unknown: (count: number, counted: number) => `Ilman tietoa: ${count}/${counted}.`,
};
type Words = typeof fi;

const sv: Words = {
  edition: (name, edition, date) => `${name}, utgåva ${edition}. Läget ${date}.`,
  preview: (name, date) =>
    `Förhandsvisning av rapporten ${name}, som inte har lämnats in. Läget ${date}.`,
  correction: (edition, reason) => `Rättar utgåva ${edition}: ${reason}`,
  link: (name) => `${name}: hela rapporten som JSON-fil`,
  fingerprint: (digest) =>
    `Filens SHA-256-fingeravtryck är ${digest}. För att öppna den krävs inloggning.`,
  granted: (date) =>
    `Beviljat för projektet sammanlagt, enligt rapporten ${date}. Datumet är rapportens, inte beslutets.`,
  used: (date) =>
    `Av det beviljade har sammanlagt använts till och med ${date}: summan, inte en enskild betalning.`,
  doneIn: "Kommuner där detta är färdigt",
  done: "Färdigt: 1, inte ännu färdigt: 0",
  reachedIn: "Kommuner där målvärdet är nått",
  goal: (goal) => `Målvärde i varje kommun: ${goal}`,
  value: (unit) => `Utfall, i enheten ${unit}`,
  plainValue: "Utfall",
  asOf: (date) => `Läget ${date}.`,
  unknown: (count, counted) => `Utan uppgift: ${count}/${counted}.`,
};

const en: Words = {
  edition: (name, edition, date) => `${name}, edition ${edition}. As of ${date}.`,
  preview: (name, date) =>
    `Preview of the report ${name}, which has not been submitted. As of ${date}.`,
  correction: (edition, reason) => `Corrects edition ${edition}: ${reason}`,
  link: (name) => `${name}: the whole report as a JSON file`,
  fingerprint: (digest) =>
    `The SHA-256 fingerprint of the file is ${digest}. Opening it needs signing in.`,
  granted: (date) =>
    `Granted for the project in all, as reported on ${date}. The date is the report's, not the decision's.`,
  used: (date) => `Used of the grant in all by ${date}: the sum so far, not a single payment.`,
  doneIn: "Municipalities in which this is done",
  done: "Done: 1, not done yet: 0",
  reachedIn: "Municipalities in which the goal is reached",
  goal: (goal) => `The goal in each municipality: ${goal}`,
  value: (unit) => `The value, in the unit ${unit}`,
  plainValue: "The value",
  asOf: (date) => `As of ${date}.`,
  unknown: (count, counted) => `Without data: ${count}/${counted}.`,
};

/** What the service says in IATI's XML: always in every language, as narratives allow. */
export const WORDS: Readonly<Record<Language, Words>> = { fi, sv, en };
