/** What is said of files that are brought in, in Finnish. */
export const fi = {
  fileUnreadable: () =>
    "Tiedostoa ei voi lukea. Tallenna se muodossa .xlsx (ilman salasanaa) tai .csv ja yritä uudelleen.",
  fileOld: () =>
    "Tiedosto on vanhaa Excel-muotoa (.xls) tai suojattu salasanalla. Tallenna se muodossa .xlsx ilman salasanaa.",
  fileUnpacksLarge: () =>
    "Työkirja on purettuna liian suuri. Poista siitä kuvat ja tyhjät rivit, tai jaa tiedosto.",
  sheetEmpty: () => "Taulukossa ei ole yhtään riviä.",
  fileWindows: () => "Tiedoston merkistö on Windows-1252. Tarkista, että ä, ö ja å näkyvät oikein.",
  sheetUnknown: () => "Tiedostossa ei ole tämännimistä taulukkoa.",
  sheetTooLong: (max: number) =>
    `Taulukossa on yli ${max} riviä. Poista tyhjät rivit lopusta tai jaa tiedosto.`,
  sheetTooWide: (max: number) => `Taulukossa on yli ${max} saraketta.`,
  csvBroken: (row: number) => `Lainausmerkki on rivillä ${row} väärässä paikassa tai jää auki.`,
  rowsTooMany: (rows: number, max: number) =>
    `Rivejä on ${rows}; kerralla voi tuoda enintään ${max}. Jaa tiedosto.`,
  cellsTooMany: (max: number) => `Kerralla voi tuoda enintään ${max} kohtaa. Jaa tiedosto.`,
  columnTwice: (address: string) => `Sama asia on jo sarakkeessa, joka alkaa kohdasta ${address}.`,
  columnMeaning: (means: string) => `Sarake ei voi tarkoittaa tätä: ${means}.`,
  columnsBothWays: () =>
    "Sarakkeet voivat olla joko välitavoitteita tai kuntia, eivät molempia yhtä aikaa.",
  columnBeside: () =>
    "Kun sarakkeet ovat välitavoitteita tai kuntia, kaikki kerrotaan niiden soluissa. Jätä tämä sarake lukematta.",
  columnMissingMilestone: () =>
    "Mikä sarake kertoo välitavoitteen? Valitse sarake, tai mistä välitavoitteesta koko taulukko kertoo.",
  columnMissingMunicipality: () =>
    "Mikä sarake kertoo kunnan? Valitse sarake, tai mistä kunnasta koko taulukko kertoo.",
  columnMissingStatus: () => "Mikään sarake ei kerro tilannetta. Valitse, missä tila on.",
  columnMissingTitle: () => "Mikä sarake kertoo välitavoitteen nimen?",
  rowMilestone: () => "Riviltä puuttuu välitavoite.",
  rowMunicipality: () => "Riviltä puuttuu kunta.",
  milestoneAbsent: () => "Hankkeessa ei ole tällaista välitavoitetta.",
  milestoneDiffers: (number: number, title: string) =>
    `Nimi ei vastaa numeroa: ${number} on ”${title}”. Jos nimi on muuttunut, jätä nimen sarake lukematta.`,
  townUnknown: () => "Hankkeessa ei ole tällaista kuntaa.",
  townDiffers: (code: string) => `Kunnan nimi ei vastaa koodia ${code}.`,
  cellByMunicipality: (milestone: number) =>
    `Välitavoitetta ${milestone} seurataan kunnittain: kerro kunta.`,
  cellOfProject: (milestone: number) =>
    `Välitavoitetta ${milestone} seurataan koko hankkeessa, ei kunnittain.`,
  cellAgain: (address: string) => `Samasta kohdasta kerrotaan jo rivillä ${address}.`,
  cellMerged: () =>
    "Yhdistettyjä soluja ei voi lukea tästä. Pura yhdistäminen, jotta jokainen rivi kertoo omansa.",
  cellMergedFilled: (rows: number) => `Yhdistetty solu luettiin kaikille sen ${rows} riville.`,
  cellFormula: () => "Kaava: luettiin arvo, joka siinä oli tallennettaessa.",
  cellUncomputed: () => "Kaavalla ei ole tallennettua arvoa. Avaa ja tallenna tiedosto ensin.",
  cellError: () => "Kaavan arvo on virhe.",
  statusUnknown: () =>
    "Tuntematon tila. Käytä sanoja: Ei aloitettu, Käynnissä, Keskeytetty, Valmis, Peruttu, Ei koske.",
  statusAcross: () =>
    "Kirjoita tila, esim. ”Käynnissä”, ”Valmis 30.6.2024”, ”Käynnissä 12” tai ”Keskeytetty: syy”.",
  fieldOutlived: () => "Jätettiin pois: rivin tilaan tämä ei enää kuulu.",
  noDataNever: () =>
    "Tietoa on jo, eikä sitä voi palauttaa tilaan ”Ei tietoa”. Jätä solu tyhjäksi tai korjaa tila.",
  numberNoDate: () =>
    "Luku, ei päivämäärä. Muotoile solu päivämääräksi, tai kirjoita esim. 30.6.2024.",
  dateForm: () => "Kirjoita päivämäärä muodossa 30.6.2024 tai 2024-06-30.",
  numberForm: () => "Kirjoita luku, esim. 1 234,5.",
  numberAmbiguous: (typed: string) =>
    `Tarkoittaako ${typed} tuhansia vai desimaaleja? Kirjoita luku ilman tuhaterotinta.`,
  percentUnit: () => "Prosentti käy vain, kun tavoitteen yksikkö on %.",
  kindUnknown: () => "Kirjoita ”Välitavoite” tai ”Tavoite”.",
  scopeUnknown: () => "Kirjoita ”Kunnittain” tai ”Koko hanke”.",
  phaseMissing: () => "Kerro vaihe, numerona tai nimellä.",
  titleMissing: () => "Välitavoitteella täytyy olla nimi.",
  numberUnknown: (next: number) =>
    `Tällaista numeroa ei ole. Jätä numero tyhjäksi, niin uusi saa numeron ${next} tai seuraavan.`,
  numberAgain: (address: string) => `Sama numero on jo rivillä ${address}.`,
  kindStays: () => "Lajia ja seurantatapaa ei voi muuttaa jälkikäteen.",
  importStale: () =>
    "Tiedot ovat muuttuneet sen jälkeen, kun katsoit esikatselun. Mitään ei tallennettu. Katso esikatselu uudelleen.",
  importNotYours: (municipality: string) =>
    `Et voi kertoa tämän kunnan (${municipality}) tilannetta. Jätä rivi pois.`,
} as const;

type Widened<Say> = Say extends (...values: infer Values) => string
  ? (...values: Values) => string
  : never;
export type ImportSentences = { readonly [Key in keyof typeof fi]: Widened<(typeof fi)[Key]> };
