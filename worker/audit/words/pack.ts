import type { Language } from "../../kernel/language.ts";

/** The columns of `evidence.csv`, for any reader in any language. */
export const LISTING = [
  "id",
  "milestone",
  "milestoneTitle",
  "municipalityCodes",
  "municipalities",
  "kind",
  "title",
  "note",
  "file",
  "fileName",
  "mediaType",
  "size",
  "sha256",
  "url",
  "recordSubject",
  "recordHash",
  "state",
  "review",
  "addedAt",
  "reviewedAt",
  "retentionClass",
  "retainUntil",
  "retentionBasis",
] as const;

type PackWords = {
  readonly title: string;
  readonly intro: string;
  readonly facts: {
    readonly project: string;
    readonly report: string;
    readonly edition: string;
    readonly asOf: string;
    readonly fingerprint: string;
    readonly kept: string;
    readonly parts: string;
  };
  readonly edition: (number: number) => string;
  readonly kept: (until: string | null, basis: string) => string;
  readonly parts: (count: number) => string;
  readonly contents: string;
  readonly files: readonly (readonly [name: string, what: string])[];
  readonly checking: string;
  readonly steps: readonly string[];
  readonly care: string;
  readonly cares: readonly string[];
};

/** What the leaflet of a pack says. */
export const WORDS: Readonly<Record<Language, PackWords>> = {
  fi: {
    title: "Raportin todennepaketti",
    intro:
      "Tässä kansiossa on rahoittajalle lähetetty raportti, hankkeen koko muutoshistoria ja todenteet. Kaiken voi lukea ja tarkistaa ilman palvelua.",
    facts: {
      project: "Hanke",
      report: "Raportti",
      edition: "Painos",
      asOf: "Tilanne hetkellä (UTC)",
      fingerprint: "Sormenjälki (SHA-256)",
      kept: "Säilytys",
      parts: "Osat",
    },
    edition: (number) => `${number}. lähetetty painos`,
    kept: (until, basis) =>
      `rahoituksen todentava aineisto, ${until === null ? "päättymispäivää ei ole asetettu" : `vähintään ${until} asti`}${basis === "" ? "" : `; peruste: ${basis}`}`,
    parts: (count) =>
      count === 1 ? "1" : `${count}; pura kaikki samaan kansioon ennen tarkistusta`,
    contents: "Mitä täällä on",
    files: [
      ["report/report.json", "raportti kanonisena JSONina; siitä on laskettu sormenjälki"],
      ["report/", "raportin tiedostot sellaisina kuin ne on palvelusta annettu"],
      ["facts.jsonl", "hankkeen jokainen muutos riveittäin, tiivisteillä ketjutettuna"],
      ["evidence.csv", "todenteet: mitä kukin on, mistä välitavoitteesta ja kunnasta"],
      ["evidence/", "todennetiedostot, nimenä niiden SHA-256"],
      ["pack.json", "paketin tiedot koneille"],
      ["SHA256SUMS", "jokaisen tiedoston tarkistussumma"],
      ["verify.mjs, verify-facts.mjs", "tarkistusohjelma luettavana tekstinä"],
      ["MISSING.csv", "vain jos jokin tallennettu tiedosto oli kadonnut ennen pakkaamista"],
    ],
    checking: "Näin tarkistat",
    steps: [
      "Asenna Node.js (nodejs.org, versio 20 tai uudempi). Muuta ei tarvita, eikä verkkoa.",
      "Aja tässä kansiossa: node verify.mjs",
      "Ohjelma vertaa tiedostot summiin, laskee muutosten ketjun uudelleen ja tarkistaa, että raportti on se, jonka lähettäminen on kirjattu. Se nimeää jokaisen poikkeaman.",
      "Pelkät summat voi tarkistaa myös näin: sha256sum --check SHA256SUMS",
      "Ketju ei itsessään osoita, ettei koko historiaa ole kirjoitettu uudelleen. Vertaa tulostuvaa sinettiä muualle kirjattuun, ja kysy sormenjälkeä palvelun Tarkista-sivulta.",
    ],
    care: "Käsittele huolella",
    cares: [
      "Muutoshistoriassa on sisäisiä muistiinpanoja, koska tiivisteet kattavat ne.",
      "Ihmiset ovat muutoshistoriassa peitenimillä. Tiedostot ovat sellaisia kuin ne on lisätty, ja niissä voi olla henkilötietoja.",
    ],
  },
  sv: {
    title: "Rapportens verifikatpaket",
    intro:
      "I den här mappen finns rapporten som lämnats till finansiären, projektets hela ändringshistorik och verifikaten. Allt kan läsas och kontrolleras utan tjänsten.",
    facts: {
      project: "Projekt",
      report: "Rapport",
      edition: "Utgåva",
      asOf: "Läget vid (UTC)",
      fingerprint: "Fingeravtryck (SHA-256)",
      kept: "Bevaras",
      parts: "Delar",
    },
    edition: (number) => `inlämnad utgåva ${number}`,
    kept: (until, basis) =>
      `underlag för finansieringen, ${until === null ? "inget slutdatum har satts" : `minst till ${until}`}${basis === "" ? "" : `; grund: ${basis}`}`,
    parts: (count) => (count === 1 ? "1" : `${count}; packa upp alla i samma mapp före kontrollen`),
    contents: "Vad som finns här",
    files: [
      ["report/report.json", "rapporten som kanonisk JSON; av den är fingeravtrycket räknat"],
      ["report/", "rapportens filer så som tjänsten har gett ut dem"],
      ["facts.jsonl", "varje ändring i projektet rad för rad, kedjad med kontrollsummor"],
      ["evidence.csv", "verifikaten: vad de är, för vilket delmål och vilken kommun"],
      ["evidence/", "verifikatfilerna, med sin SHA-256 som namn"],
      ["pack.json", "uppgifter om paketet för maskiner"],
      ["SHA256SUMS", "varje fils kontrollsumma"],
      ["verify.mjs, verify-facts.mjs", "kontrollprogrammet som läsbar text"],
      ["MISSING.csv", "bara om någon sparad fil hade gått förlorad före packningen"],
    ],
    checking: "Så kontrollerar du",
    steps: [
      "Installera Node.js (nodejs.org, version 20 eller nyare). Inget annat behövs, inte heller nätet.",
      "Kör i den här mappen: node verify.mjs",
      "Programmet jämför filerna med summorna, räknar om ändringarnas kedja och kontrollerar att rapporten är den vars inlämning är antecknad. Det namnger varje avvikelse.",
      "Enbart summorna kan också kontrolleras så här: sha256sum --check SHA256SUMS",
      "Kedjan visar inte i sig att hela historiken inte skrivits om. Jämför sigillet som skrivs ut med ett som antecknats annanstans, och fråga efter fingeravtrycket på tjänstens sida Kontrollera.",
    ],
    care: "Hantera varsamt",
    cares: [
      "Ändringshistoriken har interna anteckningar, eftersom kontrollsummorna omfattar dem.",
      "Människor står under pseudonymer i historiken. Filerna är sådana de lades till och kan innehålla personuppgifter.",
    ],
  },
  en: {
    title: "The report’s evidence pack",
    intro:
      "This folder holds the report that was submitted to the funder, the whole history of changes of the project, and its evidence. All of it can be read and checked without the service.",
    facts: {
      project: "Project",
      report: "Report",
      edition: "Edition",
      asOf: "Status as of (UTC)",
      fingerprint: "Fingerprint (SHA-256)",
      kept: "Kept",
      parts: "Parts",
    },
    edition: (number) => `submitted edition ${number}`,
    kept: (until, basis) =>
      `as evidence of the funding, ${until === null ? "no end date has been set" : `at least until ${until}`}${basis === "" ? "" : `; basis: ${basis}`}`,
    parts: (count) =>
      count === 1 ? "1" : `${count}; unpack all into the same folder before you check`,
    contents: "What is here",
    files: [
      ["report/report.json", "the report as canonical JSON; the fingerprint is reckoned from it"],
      ["report/", "the files of the report as the service gave them out"],
      ["facts.jsonl", "every change of the project, a line each, chained by hashes"],
      ["evidence.csv", "the evidence: what each is, of which milestone and municipality"],
      ["evidence/", "the files of evidence, under their SHA-256"],
      ["pack.json", "what the pack is of, for machines"],
      ["SHA256SUMS", "the sum of every file"],
      ["verify.mjs, verify-facts.mjs", "the check, as text that can be read"],
      ["MISSING.csv", "only where a stored file had been lost before this was packed"],
    ],
    checking: "How to check it",
    steps: [
      "Install Node.js (nodejs.org, version 20 or newer). Nothing else is needed, nor a network.",
      "Run in this folder: node verify.mjs",
      "It compares the files with the sums, reckons the chain of changes anew, and checks that the report is the one whose submission was recorded. It names everything that differs.",
      "The sums alone can also be checked so: sha256sum --check SHA256SUMS",
      "The chain cannot tell by itself that the whole history was not written anew. Compare the seal that is printed with one written down elsewhere, and ask for the fingerprint on the service’s Check page.",
    ],
    care: "Handle with care",
    cares: [
      "The history of changes holds internal notes, because the hashes cover them.",
      "People stand in the history under pseudonyms. Files are as they were added, and can hold personal data.",
    ],
  },
};
