import type { ImportSentences } from "./fi.ts";

export const sv: ImportSentences = {
  fileUnreadable: () =>
    "Filen kan inte läsas. Spara den som .xlsx (utan lösenord) eller .csv och försök igen.",
  fileOld: () =>
    "Filen har det gamla Excel-formatet (.xls) eller är skyddad med lösenord. Spara den som .xlsx utan lösenord.",
  fileUnpacksLarge: () =>
    "Arbetsboken är för stor uppackad. Ta bort bilder och tomma rader, eller dela filen.",
  sheetEmpty: () => "Bladet har inga rader.",
  fileWindows: () => "Filens teckenkodning är Windows-1252. Kontrollera att ä, ö och å visas rätt.",
  sheetUnknown: () => "Filen har inget blad med det namnet.",
  sheetTooLong: (max) =>
    `Bladet har över ${max} rader. Ta bort tomma rader i slutet eller dela filen.`,
  sheetTooWide: (max) => `Bladet har över ${max} kolumner.`,
  csvBroken: (row) => `Ett citattecken på rad ${row} står fel eller avslutas inte.`,
  rowsTooMany: (rows, max) =>
    `Raderna är ${rows}; högst ${max} kan hämtas in på en gång. Dela filen.`,
  cellsTooMany: (max) => `Högst ${max} rutor kan hämtas in på en gång. Dela filen.`,
  columnTwice: (address) => `Samma sak finns redan i kolumnen som börjar i ${address}.`,
  columnMeaning: (means) => `Kolumnen kan inte betyda detta: ${means}.`,
  columnsBothWays: () =>
    "Kolumnerna kan vara antingen delmål eller kommuner, inte båda på samma gång.",
  columnBeside: () =>
    "När kolumnerna är delmål eller kommuner sägs allt i deras celler. Läs inte den här kolumnen.",
  columnMissingMilestone: () =>
    "Vilken kolumn anger delmålet? Välj en kolumn, eller vilket delmål hela bladet gäller.",
  columnMissingMunicipality: () =>
    "Vilken kolumn anger kommunen? Välj en kolumn, eller vilken kommun hela bladet gäller.",
  columnMissingStatus: () => "Ingen kolumn anger läget. Välj var statusen finns.",
  columnMissingTitle: () => "Vilken kolumn anger delmålets namn?",
  rowMilestone: () => "Raden saknar delmål.",
  rowMunicipality: () => "Raden saknar kommun.",
  milestoneAbsent: () => "Projektet har inget sådant delmål.",
  milestoneDiffers: (number, title) =>
    `Namnet motsvarar inte numret: ${number} är ”${title}”. Om namnet har ändrats, läs inte namnkolumnen.`,
  townUnknown: () => "Projektet har ingen sådan kommun.",
  townDiffers: (code) => `Kommunens namn motsvarar inte koden ${code}.`,
  cellByMunicipality: (milestone) => `Delmål ${milestone} följs kommunvis: ange kommunen.`,
  cellOfProject: (milestone) => `Delmål ${milestone} följs för hela projektet, inte kommunvis.`,
  cellAgain: (address) => `Samma ruta beskrivs redan på rad ${address}.`,
  cellMerged: () =>
    "Sammanfogade celler kan inte läsas här. Dela dem, så att varje rad säger sitt eget.",
  cellMergedFilled: (rows) => `En sammanfogad cell lästes för alla sina ${rows} rader.`,
  cellFormula: () => "Formel: värdet som fanns när filen sparades lästes.",
  cellUncomputed: () => "Formeln har inget sparat värde. Öppna och spara filen först.",
  cellError: () => "Formelns värde är ett fel.",
  statusUnknown: () =>
    "Okänd status. Använd orden: Ej påbörjad, Pågående, Pausad, Färdigställd, Avbruten, Berör inte.",
  statusAcross: () =>
    "Skriv en status, t.ex. ”Pågående”, ”Färdigställd 30.6.2024”, ”Pågående 12” eller ”Pausad: orsak”.",
  fieldOutlived: () => "Utelämnades: det hör inte längre till radens status.",
  noDataNever: () =>
    "Det finns redan uppgifter, och de kan inte tas tillbaka till ”Ingen uppgift”. Lämna cellen tom eller rätta statusen.",
  numberNoDate: () =>
    "Ett tal, inte ett datum. Formatera cellen som datum, eller skriv t.ex. 30.6.2024.",
  dateForm: () => "Skriv datumet i formen 30.6.2024 eller 2024-06-30.",
  numberForm: () => "Skriv ett tal, t.ex. 1 234,5.",
  numberAmbiguous: (typed) =>
    `Betyder ${typed} tusental eller decimaler? Skriv talet utan tusentalsavgränsare.`,
  percentUnit: () => "Procent går bara när målets enhet är %.",
  kindUnknown: () => "Skriv ”Delmål” eller ”Mål”.",
  scopeUnknown: () => "Skriv ”Kommunvis” eller ”Hela projektet”.",
  phaseMissing: () => "Ange fasen, med nummer eller namn.",
  titleMissing: () => "Ett delmål måste ha ett namn.",
  numberUnknown: (next) =>
    `Numret finns inte. Lämna numret tomt, så får det nya nummer ${next} eller nästa.`,
  numberAgain: (address) => `Samma nummer finns redan på rad ${address}.`,
  kindStays: () => "Slag och uppföljning kan inte ändras i efterhand.",
  importStale: () =>
    "Uppgifterna har ändrats sedan du såg förhandsvisningen. Ingenting sparades. Se förhandsvisningen på nytt.",
  importNotYours: (municipality) =>
    `Du kan inte ange läget för den här kommunen (${municipality}). Ta bort raden.`,
};
