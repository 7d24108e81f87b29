import type { Language } from "../../kernel/language.ts";

const fi = {
  phaseEnd: (number: number, name: string) => `Vaihe ${number} päättyy: ${name}`,
  reportDue: (name: string) => `Raportti viimeistään: ${name}`,
  municipalities: "Kunnat",
  whole: "Koko hanke",
  asOf: "Tilanne hetkellä (UTC)",
  edition: "Raportin painos",
  fingerprint: "Raportin sormenjälki (SHA-256)",
  preview: "ESIKATSELU – raporttia ei ole toimitettu",
  categories: { due: "Määräpäivä", phase: "Vaihe", report: "Raportointi" },
};

const sv: typeof fi = {
  phaseEnd: (number, name) => `Fas ${number} slutar: ${name}`,
  reportDue: (name) => `Rapport senast: ${name}`,
  municipalities: "Kommuner",
  whole: "Hela projektet",
  asOf: "Läget vid tidpunkten (UTC)",
  edition: "Rapportens utgåva",
  fingerprint: "Rapportens fingeravtryck (SHA-256)",
  preview: "FÖRHANDSVISNING – rapporten har inte lämnats in",
  categories: { due: "Förfallodatum", phase: "Fas", report: "Rapportering" },
};

const en: typeof fi = {
  phaseEnd: (number, name) => `Phase ${number} ends: ${name}`,
  reportDue: (name) => `Report due: ${name}`,
  municipalities: "Municipalities",
  whole: "Whole project",
  asOf: "Status as of (UTC)",
  edition: "Edition of the report",
  fingerprint: "Fingerprint of the report (SHA-256)",
  preview: "PREVIEW – the report has not been submitted",
  categories: { due: "Due date", phase: "Phase", report: "Reporting" },
};

/** What the calendar of a report says. */
export const WORDS = { fi, sv, en } satisfies Readonly<Record<Language, typeof fi>>;
