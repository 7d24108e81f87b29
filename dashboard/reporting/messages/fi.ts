import type { Widened } from "../../shared/messages/fi.ts";

/** What the reports to the funder say, in Finnish: the model. */
export const fi = {
  title: "Raportit",
  intro: "Tilanneraportit rahoittajalle. Lähetetyn raportin luvut eivät enää muutu.",
  introFunder: "Hankkeen sinulle lähettämät tilanneraportit.",
  empty: "Raportteja ei ole vielä.",
  emptyFunder: "Hanke ei ole vielä lähettänyt raportteja.",
  more: "Näytä lisää",
  add: "Uusi raportti",
  addTitle: "Uusi tilanneraportti",
  editTitle: (name: string) => `Muokkaa: ${name}`,
  name: "Nimi",
  nameHelp: "Esimerkiksi ”Tilanneraportti, syksy 2024”",
  message: "Viesti rahoittajalle",
  messageHelp: "Mitä lukujen rinnalla on hyvä tietää. Viesti lähtee raportin mukana.",
  stale: "Raporttia oli muutettu muualla. Sulje, katso uusi versio ja tee muutos sitten.",
  states: {
    draft: "Luonnos",
    submitted: "Lähetetty",
    returned: "Palautettu",
    accepted: "Hyväksytty",
    correcting: "Korjattavana",
  },
  number: (number: number) => `Raportti ${number}`,
  drafted: (date: string) => `luotu ${date}`,
  submitted: (moment: string) => `tilanne ${moment}`,
  submit: "Lähetä rahoittajalle",
  submitTitle: (name: string) => `Lähetetäänkö: ${name}?`,
  submitText:
    "Luvut lukitaan sellaisina kuin ne ovat lähetyshetkellä, ja rahoittaja näkee raportin heti. Raporttia ei voi sen jälkeen muuttaa eikä poistaa.",
  submitNotes:
    "Riskit ja poikkeamat ovat mukana raportin tiedostoissa, sisäiset muistiinpanot eivät.",
  sent: (name: string) => `${name} on lähetetty.`,
  files: "Tiedostot",
  fileOf: (file: string, name: string) => `${file}: ${name}`,
  funded: {
    title: "Hankkeet",
    intro: "Hankkeet, joiden raportit saat.",
    also: "Hankkeet, joiden rahoittaja olet",
    empty: "Sinulle ei ole vielä hankkeita.",
    open: "Raportit",
  },
} as const;

export type Words = Widened<typeof fi>;
