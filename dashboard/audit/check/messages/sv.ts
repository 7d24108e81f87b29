import type { CheckMessages } from "./fi.ts";

/** Vad kontrollsidan säger, på svenska. */
export const sv: CheckMessages = {
  title: "Kontrollera en rapport",
  intro:
    "Varje rapport som lämnats till finansiären, och dess filer, har ett fingeravtryck (SHA-256). Här ser du om det är äkta och om rapporten gäller.",
  file: "Fil",
  fileHelp: (max) =>
    `Välj en fil eller släpp den här, högst ${max}. Filen lämnar inte din enhet: fingeravtrycket räknas i webbläsaren, och bara det frågas efter.`,
  fingerprint: "Fingeravtryck",
  fingerprintHelp: "64 tecken, siffror och bokstäverna a–f. Mellanslag gör inget.",
  notFingerprint: "Det här är inget fingeravtryck: det har 64 tecken, siffror och bokstäverna a–f.",
  check: "Kontrollera",
  reading: (name) => `Fingeravtrycket räknas: ${name}`,
  tooLarge: (max) => `Filen är för stor. Största storlek är ${max}.`,
  unreadable: "Filen kunde inte läsas.",
  asking: "Tjänsten tillfrågas…",
  verdicts: {
    in_force: "Äkta och i kraft",
    waiting: "Äkta, väntar på finansiärens beslut",
    returned: "Äkta, men återlämnad för komplettering",
    superseded: "Äkta, men ersatt av en nyare",
    unknown: "Fingeravtrycket är okänt",
  },
  meanings: {
    in_force: "Finansiären har godkänt den här utgåvan, och den har inte ersatts.",
    waiting: "Det här är den senast inlämnade utgåvan. Finansiären har inte fattat beslut än.",
    returned: "Finansiären har lämnat tillbaka den här utgåvan. Ingen ny har lämnats in.",
    superseded: "Det finns en nyare utgåva av rapporten. Använd den.",
  },
  sameMeaning: "Filen är sparad i en annan form än den inlämnade, men den säger exakt detsamma.",
  checkedFile: (name) => `Filen ${name}`,
  project: "Projekt",
  report: "Rapport",
  hidden: "Projektet är inte offentligt, så inga namn visas.",
  edition: "Utgåva",
  editionOf: (number, newest) => `${number}${newest ? " (den nyaste)" : ""}`,
  asOf: "Läget vid",
  what: "Räknat av",
  edited: "Rapportens uppgifter (kanonisk JSON)",
  madeFile: (format, language) =>
    `En fil av rapporten: ${format}${language === "" ? "" : `, ${language}`}`,
  size: "Storlek",
  corrects: "Rättelse",
  correction: (number, edition, on) => `rättelse ${number}, rättar utgåva ${edition} (${on})`,
  supersededBy: "Ersatt av",
  newer: (edition, on) => `utgåva ${edition}, läget ${on}`,
  toReport: "Öppna rapporten",
  toPublic: "Projektets offentliga sida",
  unknownLead:
    "I den här tjänsten har ingen rapport lämnats in med det här fingeravtrycket. Det kan bero på att",
  unknownReasons: [
    "filen har ändrats, om så bara genom att den öppnats och sparats i ett annat program",
    "den är ett utkast eller en förhandsvisning: de har inget fingeravtryck",
    "den har gjorts i en annan tjänst, eller att fingeravtrycket har ett fel",
    "det är fingeravtrycket av en utskriven lägesbild (styrgruppspaketet): det sparas inte, utan projektets styrgruppspaket räknar det på nytt för tidpunkten på omslaget",
  ],
  unknownNext: "Be om rapporten på nytt av den som gav den, eller fråga projektets ansvariga.",
};
