import type { Sentences } from "./fi.ts";
import { sv as imports } from "./imports/sv.ts";

export const sv: Sentences = {
  ...imports,
  invalid: () => "Uppgifterna behöver rättas. Ingen ändring sparades.",
  invalidQuestion: () => "Det finns något att rätta i valen.",
  signedOut: () =>
    "Sessionen har avslutats eller så är du inte inloggad. Logga in och försök igen.",
  forbidden: () => "Din roll tillåter inte detta.",
  roleChanged: () => "Din roll ändrades under begäran. Ladda om sidan.",
  notFound: () => "Detta finns inte, eller så har du inte rätt att se det.",
  conflict: () => "Någon annan ändrade detta samtidigt. Ladda om och försök sedan igen.",
  stale: () => "Någon annan har ändrat detta sedan du öppnade det. Se båda versionerna.",
  staleCell: (milestone, municipality) =>
    `Delmål ${milestone} (kommunkod ${municipality}) har ändrats sedan du öppnade det. Inget sparades.`,
  preconditionRequired: () => "Huvudfältet If-Match saknas: det anger vilken version som ändras.",
  keyReused: () => "Samma Idempotency-Key har redan använts för en annan begäran.",
  keyTooLong: () => "Idempotency-Key får ha högst 200 utskrivbara tecken.",
  tooLarge: () => "Begäran är för stor: högst 1 MiB.",
  fileTooLarge: (mebibytes) => `Filen är för stor: högst ${mebibytes} MiB.`,
  fileEmpty: () => "Filen är tom.",
  fileKindUnknown: (endings) =>
    `Den här sortens fil tas inte emot. Tillåtna: ${endings}; text i UTF-8.`,
  fileWithMacros: () => "Filen innehåller makron eller program. Spara den utan dem.",
  fileEnding: (endings) => `Innehållet motsvarar inte namnet: namnet måste sluta på ${endings}.`,
  unsupportedMediaType: () => "Skicka innehållet som application/json.",
  unsupportedFormType: () =>
    "Skicka ett formulär (multipart/form-data) eller innehållet som application/json.",
  formMalformed: () =>
    "Formuläret går inte att läsa. Skicka det som multipart/form-data, högst 40 delar.",
  formFieldTwice: () => "Samma fält är angivet två gånger.",
  foreignOrigin: () => "Begäran kom från en annan webbplats och avvisades.",
  internal: () => "Något gick fel. Felet är antecknat; försök igen om en stund.",
  unavailable: () =>
    "Tjänsten svarar inte just nu. Försök igen om en stund; med samma nyckel sparas inget två gånger.",
  jsonMalformed: () => "Innehållet är inte giltig JSON.",
  jsonTooDeep: () => "JSON är för djup: högst 32 nivåer.",
  jsonKeyTwice: (key) => `Samma fält har angetts två gånger: ${key}.`,
  textEncoding: () => "Innehållet är inte giltig UTF-8.",
  parameterTwice: () => "Samma frågeparameter har angetts två gånger.",
  missing: () => "Uppgiften saknas.",
  wrongType: (expected) => `Fel datatyp: ${expected} väntades.`,
  unknownField: () => "Okänt fält.",
  notOneOf: (values) => `Tillåtna värden: ${values}.`,
  tooLong: (max) => `Högst ${max} tecken.`,
  tooShort: (min) => `Minst ${min} tecken.`,
  tooMany: (max) => `Högst ${max} poster.`,
  tooFew: (min) => `Minst ${min} poster.`,
  tooBig: (max) => `Högst ${max}.`,
  tooSmall: (min) => `Minst ${min}.`,
  wrongFormat: () => "Fel format.",
  textUnclean: () => "Texten innehåller styrtecken eller trasiga tecken.",
  dateUnreal: () => "Datumet finns inte. Formatet är åååå-mm-dd, åren 1990–2100.",
  momentUnreal: () => "Ange ett datum (2024-06-30) eller en tidpunkt (2024-06-30T12:00:00.000Z).",
  momentNotPast: () => "Välj en tidpunkt som redan har varit: jämförelsen görs med nuläget.",
  momentInFuture: () => "Tidpunkten ligger i framtiden.",
  cursorUnknown: () => "Okänd sidmarkör.",
  historyWhole: () =>
    "En JSONL-fil har alltid hela historiken, så att den kan kontrolleras. Lämna bort filtren.",
  retentionShortened: (date) =>
    `Rapporter har redan lämnats in i programmet, så underlaget bevaras minst till ${date}. Tiden kan bara förlängas.`,
  periodReversed: () => "Slutet ligger före början.",
  periodTwice: () => "Kalendern har redan en rapport av samma slag för samma tid.",
  periodDueEarly: () => "Förfallodagen ligger före periodens början.",
  sectionTwice: (key) => `Två avsnitt har beteckningen ${key}.`,
  sectionUntitled: () => "Ge avsnittet ett namn: dess slag har inget standardnamn.",
  programmeUnknown: () => "Programmet finns inte.",
  slugTaken: () => "Beteckningen används redan.",
  slugMissing: () => "Namnet ger ingen beteckning; ange en.",
  countyUnknown: () => "Välfärdsområdet finns inte.",
  municipalityUnknown: (code) => `Kommun ${code} finns inte.`,
  municipalityTwice: (code) => `Kommun ${code} har angetts två gånger.`,
  municipalityStays: (code) =>
    `Kommun ${code} kan inte tas bort: dess historik hör till projektet. Ge dess delmål statusen ”Berör inte”.`,
  phaseGap: (date) =>
    `Det finns ett glapp eller en överlappning mellan faserna: denna fas ska börja ${date}.`,
  phaseStart: (date) => `Första fasen börjar när projektet börjar: ${date}.`,
  phaseEnd: (date) => `Sista fasen slutar när projektet slutar: ${date}.`,
  phaseMoved: (name, milestones) =>
    `Fasen ”${name}” skulle byta plats, men delmålen ${milestones} skulle inte följa med. Ändra deras fas i samma ändring.`,
  phaseStays: () => "En fas med delmål kan inte tas bort.",
  phaseUnknown: () => "Projektet har inte denna fas.",
  milestonesFull: (max) => `Projektet har redan ${max} delmål.`,
  cellsFull: (max) => `Ett projekt kan ha högst ${max} rutor: delmål gånger kommuner.`,
  dueBeforeStart: (date) => `Förfallodatumet ligger före projektets början (${date}).`,
  dueForStranger: (code) => `Kommun ${code} deltar inte i projektet.`,
  dueForProject: () => "Kommunvisa förfallodatum hör bara till det som följs per kommun.",
  measureMissing: () => "Ett mål behöver en enhet och ett målvärde.",
  countedMilestone: () =>
    "Ett förslag kan räknas bara för ett mål för hela projektet och av ett delmål som följs per kommun.",
  measureForMilestone: () => "Enhet, utgångsläge och målvärde hör bara till mål.",
  planGranted: (date: string) =>
    `Planen beviljades ${date}. Detta kan ändras endast med en planändring.`,
  planNotGranted: () =>
    "Planen har ännu inte beviljats. Ändra den direkt; planändringar görs i en beviljad plan.",
  planEmpty: () => "Planen har ännu inga delmål, så den kan inte beviljas.",
  decidedInFuture: () => "Beslutets datum ligger i framtiden.",
  decidedBeforeGrant: (date: string) =>
    `Beslutets datum är före den dag då planen beviljades (${date}).`,
  amendmentsFull: (max: number) => `Projektet har redan ${max} planändringar.`,
  milestoneUnknown: (number: number) => `Projektet har inget delmål ${number}.`,
  milestoneTwice: (number: number) =>
    `Delmål ${number} finns redan i en annan punkt. Samla ändringarna av det i en.`,
  milestoneCounted: (number: number) =>
    `Mål ${number} räknas ur det här delmålet. Ändra hur målet räknas i samma planändring.`,
  projectTwice: () => "Ändringarna av projektet hör till en punkt.",
  sourceUnknown: () => "Projektet att kopiera finns inte, eller så får du inte se det.",
  beginningTwice: () => "Välj antingen ett projekt att kopiera eller en planmall.",
  nothingChanged: () => "Ange minst en uppgift som ändras.",
  declaredMissing: () => "Ange status: det finns ännu ingen uppgift om detta.",
  milestoneEnded: (number: number) =>
    `En ändring av planen har avslutat delmål ${number}, så dess uppgifter kan inte längre ändras.`,
  nothingToConfirm: () => "Det finns ännu ingen uppgift att bekräfta. Ange först status.",
  valueDiffers: (suggestion: number) =>
    `Det uträknade förslaget är ${suggestion}. Berätta varför värdet avviker från det.`,
  reasonMissing: () =>
    "Ange en motivering: den behövs när status är pausad, avbruten eller ”berör inte”.",
  unblockOnlyPaused: () => "Vad som skulle lösa situationen anges bara för det som är pausat.",
  doneOnOnlyDone: () => "Datum för färdigställande anges bara när status är färdigställd.",
  doneOnKept: () =>
    "Det som är färdigställt har ett datum. Byt status om detta inte är färdigställt.",
  doneInFuture: () => "Datumet för färdigställande ligger i framtiden.",
  doneBeforeStart: (date) => `Datumet för färdigställande ligger före projektets början (${date}).`,
  forecastOnlyOpen: () =>
    "Prognos anges inte när status är färdigställd, avbruten eller ”berör inte”.",
  forecastBeforeStart: (date) => `Prognosen ligger före projektets början (${date}).`,
  valueOnlyTarget: () => "Värde anges bara för ett mål som har en enhet.",
  cellUnknown: (milestone, municipality) =>
    `Projektet har inget delmål ${milestone} (kommunkod ${municipality}).`,
  cellTwice: (milestone, municipality) =>
    `Delmål ${milestone} (kommunkod ${municipality}) har angetts två gånger.`,
  percentFormula: () =>
    "Summan av vikterna för det färdigställda delad med summan av vikterna för allt som räknas med. Ingen uppgift, avbruten och ”berör inte” lämnas utanför nämnaren.",
  plannedFormula: () =>
    "Av samma rutor den andel av vikterna som förfaller senast den dagen, så som planen då såg ut. En ruta utan förfallodatum ingår i nämnaren men aldrig i det planerade.",
  demoMunicipalityUnknown: () => "Kommunen har ingen kontaktperson i demonstrationen.",
  signInUnavailable: () => "Det går inte att logga in just nu. Försök igen om en stund.",
  codeWrong: () => "Koden är fel eller har gått ut. Be om en ny kod i samma webbläsare.",
  codeSubject: (code) => `Etappi: inloggningskod ${code}`,
  codeBody: (code, minutes) =>
    `Din inloggningskod till Etappi är ${code}.\n\nKoden gäller i ${minutes} minuter och fungerar bara i den webbläsare där den beställdes. Ge den inte till någon.\n\nOm du inte har bett om en kod behöver du inte göra någonting.\n`,
  rateLimited: (minutes) => `För många försök. Försök igen om ${minutes} minuter.`,
  strongerSignIn: () =>
    "Det här kräver en starkare inloggning: logga in med välfärdsområdets användarkonto.",
  tokenUnknown: () => "Åtkomstnyckeln duger inte: den är okänd, har gått ut eller har återkallats.",
  tokensFull: (max) => `Du har redan ${max} giltiga åtkomstnycklar. Återkalla någon först.`,
  pathUnkept: () =>
    "Den här adressen kan inte sparas. En av tjänstens egna sidor duger, till exempel /projects/hoppu.",
  viewNameTaken: () => "Du har redan en vy med det här namnet.",
  viewsFull: (max: number) => `Du har redan ${max} sparade vyer. Ta bort någon först.`,
  personErased: () => "Personens uppgifter har raderats.",
  lastAdministrator: () => "Området måste ha minst en huvudanvändare.",
  lastLead: () => "Projektet måste ha minst en projektchef. Utse först en annan.",
  membersFull: (max) => `Projektet har redan ${max} medlemmar.`,
  municipalitiesOnlyContact: () => "Kommuner anges bara för en kontaktperson.",
  contactWithoutMunicipality: () =>
    "En kontaktperson måste ha minst en kommun, som egen eller som ersättare.",
  invitationsFull: (max) => `Det finns redan ${max} öppna inbjudningar. Återta några först.`,
  invitationUnknown: () =>
    "Inbjudan hittades inte. Kontrollera att länken är hel eller be om en ny inbjudan.",
  invitationForAnother: () =>
    "Inbjudan har skickats till en annan adress. Logga in med den adressen eller be om en ny inbjudan till din egen.",
  invitationSubject: (project) => `Inbjudan till Etappi: ${project}`,
  invitationBody: (project, role, link, days) =>
    `Du har bjudits in till projektet ${project}. Din roll: ${role}.\n\nÖppna inbjudan och logga in med denna e-postadress:\n${link}\n\nInbjudan gäller i ${days} dagar och kan användas en gång.\n`,
  requestWaits: () => "Du har redan bett om den här rollen. Begäran väntar på beslut.",
  requestsFull: (max) => `Du har redan ${max} begäranden som väntar.`,
  requestDecided: () => "Begäran har redan avgjorts.",
  threadUnknown: () => "Delmålet har ingen sådan diskussion som går att svara på.",
  threadResolved: () => "Diskussionen är markerad som löst. Öppna den först på nytt.",
  commentGone: () => "Kommentaren har tagits bort och kan inte längre ändras.",
  commentOwn: () => "En kommentar ändras bara av den som skrev den. Projektchefen kan ta bort den.",
  removalUnexplained: () => "Berätta varför du tar bort en kommentar som någon annan har skrivit.",
  mentionUnknown: () => "Den som nämns är inte en medlem i projektet som ser diskussionen.",
  mentionsTooMany: (max: number) => `I en kommentar kan högst ${max} personer nämnas.`,
  commentsFull: (max: number) => `Delmålet har redan ${max} kommentarer.`,
  repliesFull: (max: number) => `Diskussionen har redan ${max} svar. Börja en ny.`,
  recordUnknown: () => "Projektet har ingen sådan anteckning som duger som verifikat.",
  evidenceFull: (max) => `Projektet har redan ${max} verifikat.`,
  evidenceOfMilestoneFull: (max) => `Delmålet har redan ${max} verifikat.`,
  evidenceOwn: () => "Det egna verifikatet godkänns eller underkänns av någon annan.",
  evidenceWithdrawn: () =>
    "Verifikatet har återtagits och kan inte längre ändras. Lägg till ett nytt.",
  evidenceAccepted: () => "Verifikatet har redan godkänts. Projektchefen kan återta det.",
  reviewMissing: () => "Berätta varför verifikatet underkänns.",
  noticeSubject: (reports) =>
    reports === 1 ? "Etappi: en ny rapport väntar" : `Etappi: ${reports} nya rapporter väntar`,
  noticeLine: (project, report, edition) => `- ${project}: ${report}, utgåva ${edition}`,
  noticeBody: (lines, origin) =>
    `Rapporter har skickats till dig:\n\n${lines}\n\nLogga in i tjänsten och läs dem på projektets rapportsida${origin === null ? "." : `:\n${origin}/`}\n\nDu kan ändra meddelandena i dina uppgifter.\n`,
  linkUnknown: () =>
    "Länken öppnar inget: den är fel, har gått ut eller har återkallats. Be om en ny av den som gav den.",
  linksFull: (max) => `Projektet har redan ${max} länkar i kraft. Återkalla någon av dem först.`,
  webhooksFull: (max) => `Projektet har redan ${max} webhookar.`,
  targetNotPublic: () =>
    "Adressen ska vara offentlig och börja med https://. Adresser i privata nät, användarnamn och tjänstens egen adress går inte.",
  nothingToSignWith: () =>
    "Tjänsten har ingen hemlighet att underteckna meddelanden med (AUTH_SECRET). Administratören kan ställa in den.",
  webhookOff: () => "Webhooken är avstängd. Slå på den först.",
  deliveryWaits: () => "Detta väntar redan på att skickas.",
  reportsFull: (max) => `Projektet har redan ${max} rapporter.`,
  portfolioTooLong: (max: number) =>
    `Projekten är fler än ${max} och ryms inte i en fil. Läs dem sida för sida via gränssnittet.`,
  reportLocked: (state) =>
    state === "accepted"
      ? "Rapporten är godkänd och dess text och siffror är låsta. Projektchefen kan öppna den för en rättelse."
      : state === "submitted"
        ? "Rapporten har skickats och dess text och siffror är låsta. Finansiären kan återsända den för ändring."
        : "Rapporten skrivs ännu, så det här går först när den har skickats och godkänts.",
  reportNotDecided: (state) =>
    state === "accepted"
      ? "Rapporten är redan godkänd."
      : "Rapporten väntar inte på beslut: projektchefen skriver den och skickar in den.",
  editionsFull: (max) => `Rapporten har redan ${max} utgåvor.`,
  editionSuperseded: (old, newest) =>
    `Utgåva ${old} kan inte längre rättas, eftersom utgåva ${newest} har ersatt den. Rätta den nyaste.`,
  ownReport: () => "Finansiärens beslut fattas av någon annan än den som skickade rapporten.",
  periodUnknown: () => "Det finns ingen sådan period i programmets rapporteringskalender.",
  periodTaken: () => "Det finns redan en rapport för perioden.",
  sectionUnknown: () => "Rapporten har ingen sådan del.",
  budgetExceeded: () => "Mer har använts än beviljats. Kontrollera beloppen.",
  calendarTooLong: (max) => `Det finns fler än ${max} projekt. Avgränsa dem med ett program.`,
  fingerprintUnknown: () =>
    "Ingen rapport har lämnats in och ingen fil gjorts med det här fingeravtrycket i tjänsten. En utskriven lägesbilds fingeravtryck kontrolleras i projektets styrgruppspaket.",
  packPartUnknown: (parts) => `Paketet har bara ${parts} delar.`,
  dayInFuture: (today) => `Dagen ligger i framtiden: i dag är det ${today}.`,
  risksFull: (max) => `Projektet har redan ${max} risker.`,
  deviationsFull: (max) => `Projektet har redan ${max} avvikelser.`,
  closedBecauseMissing: () => "Berätta varför risken stängs.",
  closedBecauseOnlyClosed: () => "Orsaken till stängningen anges bara för en stängd risk.",
  riskClosed: () => "Risken är stängd. Öppna den först på nytt.",
  riskUnknown: (number) => `Projektet har ingen risk ${number}.`,
  resolvedBeforeNoticed: () => "Dagen då avvikelsen löstes är före dagen då den noterades.",
  correctiveActionMissing: () => "Ange den korrigerande åtgärden när avvikelsen markeras som löst.",
  leaveEmpty: () => "Det här fältet ska vara tomt. Töm det och skicka på nytt.",
  feedbackFull: () =>
    "Så mycket respons väntar på behandling att formuläret inte tar emot mer just nu. Skriv till adressen i utlåtandet.",
  feedbackAnswered: () => "Responsen har redan besvarats.",
  feedbackClosed: () => "Responsen är redan avslutad.",
  feedbackErased: () => "Responsens förvaringstid har gått ut och texterna har raderats.",
  feedbackSubject: (id) => `Etappi: din respons ${id} har kommit fram`,
  feedbackBody: (id, days) =>
    `Tack för din respons. Dess referens är ${id}.\n\nVi svarar till den här adressen inom ${days} dagar.\n\nOm du inte har skickat någon respons kan du bortse från detta meddelande.\n`,
  answerSubject: (id) => `Etappi: svar på din respons ${id}`,
  answerBody: (id, answer, link) =>
    `Vårt svar på din respons ${id}:\n\n${answer}\n\nTillgänglighetsutlåtandet, som också nämner tillsynsmyndigheten:\n${link}\n`,
  role: (role) =>
    ({
      lead: "projektchef",
      contact: "kontaktperson",
      steering: "medlem i styrgruppen",
      funder: "finansiär",
    })[role],
  invitationSpent: (state) =>
    ({
      open: "Inbjudan är öppen.",
      accepted: "Inbjudan har redan använts.",
      expired: "Inbjudan har gått ut. Be om en ny.",
      revoked: "Inbjudan har återtagits.",
    })[state],
};
