import { fi as imports } from "./imports/fi.ts";

/** What the service says to a person, in Finnish: the model that the other languages follow. */
export const fi = {
  ...imports,
  invalid: () => "Tiedoissa on korjattavaa. Yksikään muutos ei tallentunut.",
  invalidQuestion: () => "Valinnoissa on korjattavaa.",
  signedOut: () =>
    "Istunto on päättynyt tai et ole kirjautunut. Kirjaudu sisään ja yritä uudelleen.",
  forbidden: () => "Roolisi ei salli tätä.",
  roleChanged: () => "Roolisi muuttui kesken pyynnön. Lataa sivu uudelleen.",
  notFound: () => "Tätä ei löydy, tai sinulla ei ole oikeutta nähdä sitä.",
  conflict: () => "Joku muu muutti tätä samaan aikaan. Lataa uudelleen ja yritä sitten.",
  stale: () => "Joku muu on muuttanut tätä sen jälkeen, kun avasit sen. Katso molemmat versiot.",
  staleCell: (milestone: number, municipality: string) =>
    `Välitavoitetta ${milestone} (kuntakoodi ${municipality}) on muutettu sen jälkeen, kun avasit sen. Mitään ei tallennettu.`,
  preconditionRequired: () => "Otsake If-Match puuttuu: siinä kerrotaan versio, jota muutetaan.",
  keyReused: () => "Samaa Idempotency-Key-avainta on jo käytetty toiseen pyyntöön.",
  keyTooLong: () => "Idempotency-Key saa olla enintään 200 tulostuvaa merkkiä.",
  tooLarge: () => "Pyyntö on liian suuri: enintään 1 MiB.",
  fileTooLarge: (mebibytes: number) => `Tiedosto on liian suuri: enintään ${mebibytes} MiB.`,
  fileEmpty: () => "Tiedosto on tyhjä.",
  fileKindUnknown: (endings: string) =>
    `Tällaista tiedostoa ei oteta vastaan. Sallitut: ${endings}; teksti UTF-8-muodossa.`,
  fileWithMacros: () => "Tiedostossa on makroja tai ohjelmia. Tallenna se ilman niitä.",
  fileEnding: (endings: string) => `Sisältö ei vastaa nimeä: nimen päätteen pitää olla ${endings}.`,
  unsupportedMediaType: () => "Lähetä sisältö muodossa application/json.",
  unsupportedFormType: () =>
    "Lähetä lomake (multipart/form-data) tai sisältö muodossa application/json.",
  formMalformed: () =>
    "Lomaketta ei voi lukea. Lähetä se muodossa multipart/form-data, enintään 40 osaa.",
  formFieldTwice: () => "Sama kenttä on annettu kahdesti.",
  foreignOrigin: () => "Pyyntö tuli toiselta sivustolta, joten se hylättiin.",
  internal: () => "Jokin meni vikaan. Vika on kirjattu; yritä hetken päästä uudelleen.",
  unavailable: () =>
    "Palvelu ei juuri nyt vastaa. Yritä hetken päästä uudelleen; samalla avaimella mikään ei tallennu kahdesti.",
  jsonMalformed: () => "Sisältö ei ole kelvollista JSONia.",
  jsonTooDeep: () => "JSON on liian syvä: enintään 32 tasoa.",
  jsonKeyTwice: (key: string) => `Sama kenttä on annettu kahdesti: ${key}.`,
  textEncoding: () => "Sisältö ei ole kelvollista UTF-8:aa.",
  parameterTwice: () => "Sama kyselyparametri on annettu kahdesti.",
  missing: () => "Tieto puuttuu.",
  wrongType: (expected: string) => `Väärä tietotyyppi: odotettiin ${expected}.`,
  unknownField: () => "Tuntematon kenttä.",
  notOneOf: (values: string) => `Sallitut arvot: ${values}.`,
  tooLong: (max: number) => `Enintään ${max} merkkiä.`,
  tooShort: (min: number) => `Vähintään ${min} merkkiä.`,
  tooMany: (max: number) => `Enintään ${max} kohtaa.`,
  tooFew: (min: number) => `Vähintään ${min} kohtaa.`,
  tooBig: (max: number) => `Enintään ${max}.`,
  tooSmall: (min: number) => `Vähintään ${min}.`,
  wrongFormat: () => "Väärä muoto.",
  textUnclean: () => "Tekstissä on ohjausmerkkejä tai rikkinäisiä merkkejä.",
  dateUnreal: () => "Päivämäärää ei ole olemassa. Muoto on vvvv-kk-pp, vuodet 1990–2100.",
  momentUnreal: () => "Anna päivämäärä (2024-06-30) tai ajanhetki (2024-06-30T12:00:00.000Z).",
  momentNotPast: () => "Valitse hetki, joka on jo mennyt: vertailu tehdään nykyhetkeen.",
  momentInFuture: () => "Hetki on tulevaisuudessa.",
  cursorUnknown: () => "Tuntematon sivun osoitin.",
  historyWhole: () =>
    "JSONL-tiedostossa on aina koko historia, jotta sen voi tarkistaa. Jätä rajaukset pois.",
  retentionShortened: (date: string) =>
    `Ohjelman raportteja on jo lähetetty, joten aineistoa säilytetään ainakin ${date} asti. Säilytysaikaa voi vain pidentää.`,
  periodReversed: () => "Loppu on ennen alkua.",
  periodTwice: () => "Kalenterissa on jo samanlajinen raportti samalta ajalta.",
  periodDueEarly: () => "Määräpäivä on ennen kauden alkua.",
  sectionTwice: (key: string) => `Tunnus ${key} on kahdella osalla.`,
  sectionUntitled: () => "Anna osalle nimi: sen lajilla ei ole vakionimeä.",
  programmeUnknown: () => "Ohjelmaa ei ole.",
  slugTaken: () => "Tunnus on jo käytössä.",
  slugMissing: () => "Nimestä ei saa tunnusta; anna tunnus.",
  countyUnknown: () => "Hyvinvointialuetta ei ole.",
  municipalityUnknown: (code: string) => `Kuntaa ${code} ei ole.`,
  municipalityTwice: (code: string) => `Kunta ${code} on annettu kahdesti.`,
  municipalityStays: (code: string) =>
    `Kuntaa ${code} ei voi poistaa: sen historia kuuluu hankkeeseen. Merkitse sen välitavoitteiden tilaksi ”Ei koske”.`,
  phaseGap: (date: string) =>
    `Vaiheiden välissä on aukko tai päällekkäisyys: tämän vaiheen pitää alkaa ${date}.`,
  phaseStart: (date: string) => `Ensimmäinen vaihe alkaa, kun hanke alkaa: ${date}.`,
  phaseEnd: (date: string) => `Viimeinen vaihe päättyy, kun hanke päättyy: ${date}.`,
  phaseStays: () => "Vaihetta ei voi poistaa, kun siinä on välitavoitteita.",
  phaseMoved: (name: string, milestones: string) =>
    `Vaihe ”${name}” vaihtaisi paikkaa, mutta välitavoitteet ${milestones} eivät siirtyisi sen mukana. Muuta niiden vaihe samassa muutoksessa.`,
  phaseUnknown: () => "Hankkeella ei ole tätä vaihetta.",
  milestonesFull: (max: number) => `Hankkeessa on jo ${max} välitavoitetta.`,
  cellsFull: (max: number) =>
    `Hankkeessa voi olla enintään ${max} ruutua: välitavoitteita kertaa kuntia.`,
  dueBeforeStart: (date: string) => `Määräpäivä on ennen hankkeen alkua (${date}).`,
  dueForStranger: (code: string) => `Kunta ${code} ei ole mukana hankkeessa.`,
  dueForProject: () => "Kuntakohtaiset määräpäivät kuuluvat vain kunnittain seurattavaan.",
  measureMissing: () => "Tavoite tarvitsee yksikön ja tavoitearvon.",
  countedMilestone: () =>
    "Ehdotuksen voi laskea vain koko hankkeen tavoitteelle ja kunnittain seurattavasta välitavoitteesta.",
  measureForMilestone: () => "Yksikkö, lähtötaso ja tavoitearvo kuuluvat vain tavoitteelle.",
  planGranted: (date: string) =>
    `Suunnitelma on myönnetty ${date}. Tätä voi muuttaa vain suunnitelmamuutoksella.`,
  planNotGranted: () =>
    "Suunnitelmaa ei ole vielä myönnetty. Muuta sitä suoraan; suunnitelmamuutoksia tehdään vasta myönnettyyn.",
  planEmpty: () => "Suunnitelmassa ei ole vielä välitavoitteita, joten sitä ei voi myöntää.",
  decidedInFuture: () => "Päätöksen päivä on tulevaisuudessa.",
  decidedBeforeGrant: (date: string) =>
    `Päätöksen päivä on ennen suunnitelman myöntämistä (${date}).`,
  amendmentsFull: (max: number) => `Hankkeella on jo ${max} suunnitelmamuutosta.`,
  milestoneUnknown: (number: number) => `Hankkeessa ei ole välitavoitetta ${number}.`,
  milestoneTwice: (number: number) =>
    `Välitavoite ${number} on jo toisessa kohdassa. Kokoa sen muutokset yhteen.`,
  milestoneCounted: (number: number) =>
    `Tavoite ${number} lasketaan tästä välitavoitteesta. Muuta tavoitteen laskenta samassa suunnitelmamuutoksessa.`,
  projectTwice: () => "Hankkeen muutokset kuuluvat yhteen kohtaan.",
  sourceUnknown: () => "Kopioitavaa hanketta ei löydy, tai sinulla ei ole oikeutta nähdä sitä.",
  beginningTwice: () => "Valitse joko kopioitava hanke tai suunnitelmapohja.",
  nothingChanged: () => "Anna vähintään yksi muutettava tieto.",
  declaredMissing: () => "Kerro tila: tästä ei ole vielä tietoa.",
  milestoneEnded: (number: number) =>
    `Suunnitelmamuutos on päättänyt välitavoitteen ${number}, joten sen tietoja ei voi enää muuttaa.`,
  nothingToConfirm: () => "Tästä ei ole vielä tietoa, jota vahvistaa. Kerro ensin tila.",
  valueDiffers: (suggestion: number) =>
    `Laskettu ehdotus on ${suggestion}. Kerro, miksi arvo poikkeaa siitä.`,
  reasonMissing: () =>
    "Kerro perustelu: se tarvitaan, kun tila on keskeytetty, peruttu tai ei koske.",
  unblockOnlyPaused: () => "Mikä avaisi tilanteen, kerrotaan vain keskeytetystä.",
  doneOnOnlyDone: () => "Valmistumispäivä annetaan vain, kun tila on valmis.",
  doneOnKept: () => "Valmiilla on valmistumispäivä. Vaihda tila, jos tämä ei ole valmis.",
  doneInFuture: () => "Valmistumispäivä on tulevaisuudessa.",
  doneBeforeStart: (date: string) => `Valmistumispäivä on ennen hankkeen alkua (${date}).`,
  forecastOnlyOpen: () => "Ennustetta ei anneta, kun tila on valmis, peruttu tai ei koske.",
  forecastBeforeStart: (date: string) => `Ennuste on ennen hankkeen alkua (${date}).`,
  valueOnlyTarget: () => "Arvo annetaan vain tavoitteelle, jolla on yksikkö.",
  cellUnknown: (milestone: number, municipality: string) =>
    `Hankkeessa ei ole välitavoitetta ${milestone} (kuntakoodi ${municipality}).`,
  cellTwice: (milestone: number, municipality: string) =>
    `Välitavoite ${milestone} (kuntakoodi ${municipality}) on annettu kahdesti.`,
  percentFormula: () =>
    "Valmiiden painojen summa jaettuna kaikkien mukaan laskettavien painojen summalla. Ei tietoa, peruttu ja ei koske jäävät pois jakajasta.",
  plannedFormula: () =>
    "Samoista ruuduista se painojen osuus, jonka määräpäivä on viimeistään tuona päivänä, niin kuin suunnitelma silloin oli. Ruutu ilman määräpäivää on jakajassa mutta ei koskaan suunnitellussa.",
  demoMunicipalityUnknown: () => "Kunnalla ei ole yhdyshenkilöä esittelyssä.",
  signInUnavailable: () => "Kirjautuminen ei juuri nyt onnistu. Yritä hetken päästä uudelleen.",
  codeWrong: () => "Koodi on väärä tai vanhentunut. Pyydä uusi koodi samassa selaimessa.",
  codeSubject: (code: string) => `Etappi: kirjautumiskoodi ${code}`,
  codeBody: (code: string, minutes: number) =>
    `Kirjautumiskoodisi Etappiin on ${code}.\n\nKoodi on voimassa ${minutes} minuuttia ja toimii vain siinä selaimessa, jossa se pyydettiin. Älä anna sitä kenellekään.\n\nJos et pyytänyt koodia, voit jättää tämän viestin huomiotta.\n`,
  rateLimited: (minutes: number) =>
    `Liian monta yritystä. Yritä uudelleen ${minutes} minuutin päästä.`,
  strongerSignIn: () =>
    "Tähän tarvitaan vahvempi kirjautuminen: kirjaudu hyvinvointialueen tunnuksella.",
  tokenUnknown: () => "Tunniste ei kelpaa: se on tuntematon, vanhentunut tai mitätöity.",
  tokensFull: (max: number) =>
    `Sinulla on jo ${max} voimassa olevaa tunnistetta. Mitätöi jokin ensin.`,
  pathUnkept: () =>
    "Tätä osoitetta ei voi tallentaa. Kelpaa palvelun oma sivu, esimerkiksi /projects/hoppu.",
  viewNameTaken: () => "Sinulla on jo tämänniminen näkymä.",
  viewsFull: (max: number) => `Sinulla on jo ${max} tallennettua näkymää. Poista jokin ensin.`,
  personErased: () => "Henkilön tiedot on poistettu.",
  lastAdministrator: () => "Alueella on oltava vähintään yksi pääkäyttäjä.",
  lastLead: () => "Hankkeella on oltava vähintään yksi hankepäällikkö. Nimeä ensin toinen.",
  membersFull: (max: number) => `Hankkeella on jo ${max} jäsentä.`,
  municipalitiesOnlyContact: () => "Kunnat annetaan vain yhdyshenkilölle.",
  contactWithoutMunicipality: () =>
    "Yhdyshenkilöllä on oltava vähintään yksi kunta, omana tai varahenkilönä.",
  invitationsFull: (max: number) => `Avoimia kutsuja on jo ${max}. Peru osa niistä ensin.`,
  invitationUnknown: () =>
    "Kutsua ei löydy. Tarkista, että linkki on kokonainen, tai pyydä uusi kutsu.",
  invitationForAnother: () =>
    "Kutsu on lähetetty toiseen osoitteeseen. Kirjaudu sillä osoitteella tai pyydä uusi kutsu omaan osoitteeseesi.",
  invitationSubject: (project: string) => `Kutsu Etappiin: ${project}`,
  invitationBody: (project: string, role: string, link: string, days: number) =>
    `Sinut on kutsuttu hankkeeseen ${project}. Roolisi: ${role}.\n\nAvaa kutsu ja kirjaudu tällä sähköpostiosoitteella:\n${link}\n\nKutsu on voimassa ${days} päivää ja sen voi käyttää kerran.\n`,
  requestWaits: () => "Olet jo pyytänyt tätä roolia. Pyyntö odottaa päätöstä.",
  requestsFull: (max: number) => `Sinulla on jo ${max} pyyntöä odottamassa.`,
  requestDecided: () => "Pyyntö on jo ratkaistu.",
  threadUnknown: () => "Tällä välitavoitteella ei ole sellaista keskustelua, johon voisi vastata.",
  threadResolved: () => "Keskustelu on merkitty ratkaistuksi. Avaa se ensin uudelleen.",
  commentGone: () => "Kommentti on poistettu, joten sitä ei voi enää muuttaa.",
  commentOwn: () => "Kommenttia muuttaa vain sen kirjoittaja. Hankepäällikkö voi poistaa sen.",
  removalUnexplained: () => "Kerro, miksi poistat toisen kirjoittaman kommentin.",
  mentionUnknown: () => "Mainittu henkilö ei ole hankkeen jäsen, joka näkee keskustelun.",
  mentionsTooMany: (max: number) => `Yhdessä kommentissa voi mainita enintään ${max} henkilöä.`,
  commentsFull: (max: number) => `Välitavoitteella on jo ${max} kommenttia.`,
  repliesFull: (max: number) => `Keskustelussa on jo ${max} vastausta. Aloita uusi.`,
  recordUnknown: () => "Hankkeella ei ole tällaista kirjausta, joka kelpaisi todenteeksi.",
  evidenceFull: (max: number) => `Hankkeessa on jo ${max} todennetta.`,
  evidenceOfMilestoneFull: (max: number) => `Välitavoitteella on jo ${max} todennetta.`,
  evidenceOwn: () => "Itse lisätyn todenteen hyväksyy tai hylkää joku muu.",
  evidenceWithdrawn: () =>
    "Todenne on vedetty takaisin, joten sitä ei voi enää muuttaa. Lisää uusi.",
  evidenceAccepted: () => "Todenne on jo hyväksytty. Hankepäällikkö voi vetää sen takaisin.",
  reviewMissing: () => "Kerro, miksi todenne hylätään.",
  noticeSubject: (reports: number) =>
    reports === 1 ? "Etappi: uusi raportti odottaa" : `Etappi: ${reports} uutta raporttia odottaa`,
  noticeLine: (project: string, report: string, edition: number) =>
    `- ${project}: ${report}, painos ${edition}`,
  noticeBody: (lines: string, origin: string | null) =>
    `Sinulle on lähetetty raportteja:\n\n${lines}\n\nKirjaudu palveluun ja lue ne hankkeen raporttisivulta${origin === null ? "." : `:\n${origin}/`}\n\nVoit muuttaa ilmoituksia omissa tiedoissasi.\n`,
  linkUnknown: () =>
    "Linkki ei avaa mitään: se on väärä, vanhentunut tai peruttu. Pyydä uusi siltä, joka antoi sen.",
  linksFull: (max: number) =>
    `Hankkeella on jo ${max} voimassa olevaa linkkiä. Peru jokin niistä ensin.`,
  webhooksFull: (max: number) => `Hankkeella on jo ${max} webhookia.`,
  targetNotPublic: () =>
    "Osoitteen pitää olla julkinen ja alkaa https://. Yksityisen verkon osoitteet, käyttäjätunnukset ja palvelun oma osoite eivät käy.",
  nothingToSignWith: () =>
    "Palvelulla ei ole salaisuutta, jolla viestit allekirjoitettaisiin (AUTH_SECRET). Ylläpitäjä voi asettaa sen.",
  webhookOff: () => "Webhook on pois päältä. Ota se ensin käyttöön.",
  deliveryWaits: () => "Tämä odottaa jo lähetystä.",
  reportsFull: (max: number) => `Hankkeella on jo ${max} raporttia.`,
  portfolioTooLong: (max: number) =>
    `Hankkeita on enemmän kuin ${max}, joten ne eivät mahdu yhteen tiedostoon. Lue ne rajapinnasta sivu kerrallaan.`,
  reportLocked: (state: "draft" | "submitted" | "returned" | "accepted" | "correcting") =>
    state === "accepted"
      ? "Raportti on hyväksytty, ja sen teksti ja luvut on lukittu. Hankepäällikkö voi avata sen oikaisua varten."
      : state === "submitted"
        ? "Raportti on lähetetty, ja sen teksti ja luvut on lukittu. Rahoittaja voi palauttaa sen muutettavaksi."
        : "Raporttia kirjoitetaan vielä, joten tätä ei voi tehdä ennen kuin se on lähetetty ja hyväksytty.",
  reportNotDecided: (state: "draft" | "submitted" | "returned" | "accepted" | "correcting") =>
    state === "accepted"
      ? "Raportti on jo hyväksytty."
      : "Raportti ei odota päätöstä: hankepäällikkö kirjoittaa sitä ja lähettää sen.",
  editionsFull: (max: number) => `Raportilla on jo ${max} painosta.`,
  editionSuperseded: (old: number, newest: number) =>
    `Painosta ${old} ei voi enää oikaista, koska sen on korvannut painos ${newest}. Oikaise uusinta.`,
  ownReport: () => "Rahoittajan päätöksen tekee joku muu kuin se, joka lähetti raportin.",
  periodUnknown: () => "Ohjelman raportointikalenterissa ei ole tällaista jaksoa.",
  periodTaken: () => "Jaksosta on jo raportti.",
  sectionUnknown: () => "Raportissa ei ole tällaista osaa.",
  budgetExceeded: () => "Käytettyä on enemmän kuin myönnettyä. Tarkista summat.",
  calendarTooLong: (max: number) => `Hankkeita on enemmän kuin ${max}. Rajaa ne ohjelmalla.`,
  fingerprintUnknown: () =>
    "Tällä sormenjäljellä ei ole lähetetty raporttia eikä tehty tiedostoa tässä palvelussa. Tulostetun tilanteen sormenjälki tarkistetaan hankkeen ohjausryhmän paketista.",
  packPartUnknown: (parts: number) => `Paketissa on vain ${parts} osaa.`,
  dayInFuture: (today: string) => `Päivä on tulevaisuudessa: tänään on ${today}.`,
  risksFull: (max: number) => `Hankkeessa on jo ${max} riskiä.`,
  deviationsFull: (max: number) => `Hankkeessa on jo ${max} poikkeamaa.`,
  closedBecauseMissing: () => "Kerro, miksi riski suljetaan.",
  closedBecauseOnlyClosed: () => "Sulkemisen syy kerrotaan vain suljetusta riskistä.",
  riskClosed: () => "Riski on suljettu. Avaa se ensin uudelleen.",
  riskUnknown: (number: number) => `Hankkeessa ei ole riskiä ${number}.`,
  resolvedBeforeNoticed: () => "Ratkaisupäivä on ennen havaintopäivää.",
  correctiveActionMissing: () => "Kerro korjaava toimi, kun merkitset poikkeaman ratkaistuksi.",
  leaveEmpty: () => "Tätä kenttää ei täytetä. Tyhjennä se ja lähetä uudelleen.",
  feedbackFull: () =>
    "Palautetta odottaa käsittelyä niin paljon, ettei lomake juuri nyt ota sitä vastaan. Kirjoita selosteessa mainittuun osoitteeseen.",
  feedbackAnswered: () => "Palautteeseen on jo vastattu.",
  feedbackClosed: () => "Palaute on jo suljettu.",
  feedbackErased: () => "Palautteen säilytysaika on päättynyt ja tekstit on poistettu.",
  feedbackSubject: (id: string) => `Etappi: palautteesi ${id} on saapunut`,
  feedbackBody: (id: string, days: number) =>
    `Kiitos palautteesta. Sen viite on ${id}.\n\nVastaamme tähän osoitteeseen ${days} päivän kuluessa.\n\nJos et lähettänyt palautetta, voit jättää tämän viestin huomiotta.\n`,
  answerSubject: (id: string) => `Etappi: vastaus palautteeseesi ${id}`,
  answerBody: (id: string, answer: string, link: string) =>
    `Vastauksemme palautteeseesi ${id}:\n\n${answer}\n\nSaavutettavuusseloste, jossa kerrotaan myös valvontaviranomainen:\n${link}\n`,
  role: (role: "lead" | "contact" | "steering" | "funder") =>
    ({
      lead: "hankepäällikkö",
      contact: "yhdyshenkilö",
      steering: "ohjausryhmän jäsen",
      funder: "rahoittaja",
    })[role],
  invitationSpent: (state: "open" | "accepted" | "expired" | "revoked") =>
    ({
      open: "Kutsu on avoinna.",
      accepted: "Kutsu on jo käytetty.",
      expired: "Kutsu on vanhentunut. Pyydä uusi.",
      revoked: "Kutsu on peruttu.",
    })[state],
} as const;

type Widened<Say> = Say extends (...values: infer Values) => string
  ? (...values: Values) => string
  : never;
export type Sentences = { readonly [Key in keyof typeof fi]: Widened<(typeof fi)[Key]> };
