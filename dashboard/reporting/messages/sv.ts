import type { Words } from "./fi.ts";

/** What the reports to the funder say, in Swedish. */
export const sv: Words = {
  title: "Rapporter",
  intro: "Lägesrapporter till finansiären. Siffrorna i en inlämnad rapport ändras inte längre.",
  introFunder: "Lägesrapporter som projektet har lämnat till dig.",
  empty: "Det finns inga rapporter ännu.",
  emptyFunder: "Projektet har ännu inte lämnat in några rapporter.",
  more: "Visa fler",
  add: "Ny rapport",
  addTitle: "Ny lägesrapport",
  editTitle: (name) => `Redigera: ${name}`,
  name: "Namn",
  nameHelp: "Till exempel ”Lägesrapport, hösten 2024”",
  message: "Meddelande till finansiären",
  messageHelp: "Vad som är bra att veta utöver siffrorna. Meddelandet följer med rapporten.",
  stale: "Rapporten hade ändrats någon annanstans. Stäng, se den nya versionen och ändra sedan.",
  states: {
    draft: "Utkast",
    submitted: "Inlämnad",
    returned: "Återsänd",
    accepted: "Godkänd",
    correcting: "Rättas",
  },
  number: (number) => `Rapport ${number}`,
  drafted: (date) => `skapad ${date}`,
  submitted: (moment) => `läget ${moment}`,
  submit: "Lämna in till finansiären",
  submitTitle: (name) => `Lämna in: ${name}?`,
  submitText:
    "Siffrorna låses som de är när rapporten lämnas in, och finansiären ser den genast. Därefter kan rapporten varken ändras eller tas bort.",
  submitNotes: "Risker och avvikelser ingår i rapportens filer, interna anteckningar gör det inte.",
  sent: (name) => `${name} har lämnats in.`,
  files: "Filer",
  fileOf: (file, name) => `${file}: ${name}`,
  funded: {
    title: "Projekt",
    intro: "Projekt vars rapporter du får.",
    also: "Projekt som du finansierar",
    empty: "Det finns inga projekt för dig ännu.",
    open: "Rapporter",
  },
};
