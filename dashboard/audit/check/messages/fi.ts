/** Mitä tarkistussivu sanoo, suomeksi. */
export const fi = {
  title: "Tarkista raportti",
  intro:
    "Jokaisella rahoittajalle lähetetyllä raportilla ja sen tiedostoilla on sormenjälki (SHA-256). Täältä näet, onko se aito ja onko raportti voimassa.",
  file: "Tiedosto",
  fileHelp: (max: string) =>
    `Valitse tiedosto tai pudota se tähän, enintään ${max}. Tiedosto ei lähde laitteeltasi: sormenjälki lasketaan selaimessa, ja vain se kysytään.`,
  fingerprint: "Sormenjälki",
  fingerprintHelp: "64 merkkiä, numeroita ja kirjaimia a–f. Välilyönnit eivät haittaa.",
  notFingerprint: "Tämä ei ole sormenjälki: siinä on 64 merkkiä, numeroita ja kirjaimia a–f.",
  check: "Tarkista",
  reading: (name: string) => `Lasketaan sormenjälkeä: ${name}`,
  tooLarge: (max: string) => `Tiedosto on liian suuri. Suurin koko on ${max}.`,
  unreadable: "Tiedostoa ei voitu lukea.",
  asking: "Kysytään palvelusta…",
  verdicts: {
    in_force: "Aito ja voimassa",
    waiting: "Aito, odottaa rahoittajan päätöstä",
    returned: "Aito, mutta palautettu korjattavaksi",
    superseded: "Aito, mutta korvattu uudemmalla",
    unknown: "Sormenjälkeä ei tunneta",
  },
  meanings: {
    in_force: "Rahoittaja on hyväksynyt tämän painoksen, eikä sitä ole korvattu.",
    waiting: "Tämä on viimeksi lähetetty painos. Rahoittaja ei ole vielä päättänyt siitä.",
    returned: "Rahoittaja on palauttanut tämän painoksen. Uutta ei ole vielä lähetetty.",
    superseded: "Tästä raportista on uudempi painos. Käytä sitä.",
  },
  sameMeaning:
    "Tiedosto on tallennettu toisessa muodossa kuin lähetetty, mutta se sanoo täsmälleen saman.",
  checkedFile: (name: string) => `Tiedosto ${name}`,
  project: "Hanke",
  report: "Raportti",
  hidden: "Hanke ei ole julkinen, joten nimiä ei kerrota.",
  edition: "Painos",
  editionOf: (number: number, newest: boolean) => `${number}.${newest ? " (uusin)" : ""}`,
  asOf: "Tilanne hetkellä",
  what: "Mistä laskettu",
  edited: "Raportin tiedot (kanoninen JSON)",
  madeFile: (format: string, language: string) =>
    `Raportin tiedosto: ${format}${language === "" ? "" : `, ${language}`}`,
  size: "Koko",
  corrects: "Oikaisu",
  correction: (number: number, edition: number, on: string) =>
    `${number}. oikaisu, oikaisee ${edition}. painoksen (${on})`,
  supersededBy: "Korvannut",
  newer: (edition: number, on: string) => `${edition}. painos, tilanne ${on}`,
  toReport: "Avaa raportti",
  toPublic: "Hankkeen julkinen sivu",
  unknownLead:
    "Tässä palvelussa ei ole lähetetty raporttia tällä sormenjäljellä. Se voi johtua siitä, että",
  unknownReasons: [
    "tiedostoa on muutettu, vaikka vain avaamalla ja tallentamalla se toisella ohjelmalla",
    "se on luonnos tai esikatselu: niillä ei ole sormenjälkeä",
    "se on tehty muussa palvelussa, tai sormenjäljessä on virhe",
    "se on tulostetun tilanteen (ohjausryhmän paketti) sormenjälki: sitä ei säilytetä, vaan sen laskee uudelleen hankkeen ohjausryhmän paketti kannessa olevalle hetkelle",
  ],
  unknownNext:
    "Pyydä raportti uudelleen siltä, joka sen antoi, tai kysy hankkeen vastuuhenkilöltä.",
};

export type CheckMessages = typeof fi;
