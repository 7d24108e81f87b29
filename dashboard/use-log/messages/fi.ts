import type { Widened } from "../../shared/messages/fi.ts";

/** What the log of use says, in Finnish: the model. */
export const fi = {
  title: "Loki",
  intro:
    "Palvelun käyttö ja tietojen luovutukset. Lokia pidetään tiedonhallintalain (906/2019) 17 §:n mukaan, ja sen katsominen kirjataan.",
  history: "Ohjelmien ja pääkäyttäjien muutokset",
  kind: "Tapahtuma",
  allKinds: "Kaikki tapahtumat",
  kinds: {
    signed_in: "Kirjautui sisään",
    sign_in_refused: "Kirjautuminen hylättiin",
    signed_out: "Kirjautui ulos",
    session_ended: "Istunto päätettiin",
    refused: "Pääsy evättiin",
    limited: "Pyyntöjä rajoitettiin",
    exported: "Vei tilanteen tiedostoksi",
    report_received: "Haki raportin",
    data_received: "Haki tietoja",
    data_changed: "Muutti tietoja",
    token_created: "Loi avaimen",
    token_revoked: "Perui avaimen",
    person_erased: "Poisti henkilön tiedot",
    log_read: "Katsoi lokia",
  },
  person: "Henkilö",
  personHelp: "Peitenimi, joka näkyy lokin rivillä",
  onlyPerson: "Näytä vain tämän henkilön rivit",
  stranger: "Tuntematon",
  since: "Alkaen",
  until: "Päättyen",
  filter: "Rajaa",
  clear: "Poista rajaukset",
  at: "Aika",
  project: "Hanke",
  detail: "Lisätieto",
  network: "Verkko",
  empty: "Rajauksiin ei osu yhtään riviä.",
  more: "Näytä aiempia",
} as const;

export type Words = Widened<typeof fi>;
