import { codesOf } from "./pirkanmaa.ts";
import { milestone, target } from "./plans.ts";
import { play } from "./sittings.ts";
import type { ProjectStory } from "./story.ts";
import { tukenasiMunicipalities, tukenasiSittings } from "./tukenasi-progress.ts";
import { yhdessaMunicipalities, yhdessaSittings } from "./yhdessa-progress.ts";

export const yhdessa: ProjectStory = {
  at: "2021-01-04T08:00:00.000Z",
  project: {
    slug: "yhdessa",
    name: "Yhdessä: opiskeluhuollon ammattilaisten vertaisverkosto",
    programme: "tulevaisuuden-sotekeskus",
    summary:
      "Opiskeluhuollon ammattilaisten vertaisverkosto kokoontuu 1–2 kertaa kuukaudessa " +
      "etänä. Verkostokirje Verkkari kokoaa kuukauden asiat, ja yhteiset ideataulut " +
      "kulkevat tapaamisesta toiseen.",
    leadOrganisation: "Pirkanmaan hyvinvointialue",
    grantReference: null,
    county: "08",
    place: "Pirkanmaa",
    startsOn: "2021-01-01",
    endsOn: "2021-12-31",
    stage: "ready",
    visibility: "internal",
    municipalities: codesOf(yhdessaMunicipalities),
    phases: [
      { name: "Verkoston käynnistäminen", startsOn: "2021-01-01", endsOn: "2021-05-31" },
      { name: "Toiminta ja jatkoteemat", startsOn: "2021-06-01", endsOn: "2021-12-31" },
    ],
    freshnessDays: 180,
    description: {
      purpose:
        "Tarkoituksena on tarjota opiskeluhuollon ammattilaisille yhteinen paikka jakaa " +
        "kokemuksia, tietoa ja toimivia käytäntöjä sekä kehittää työtä yhdessä.",
      actors:
        "Opiskeluhuollon ammattilaiset ja koordinaattori, joka kutsuu verkoston koolle, " +
        "laatii asialistat ja yhteenvedot, tiedottaa tapaamisten välillä sekä kirjoittaa ja " +
        "jakaa verkostokirjeen.",
      targetGroup: "Ammattilaiset: opiskeluhuollossa työskentelevät.",
      coreIdea:
        "Verkosto tapaa 1–2 kertaa kuukaudessa, pääsääntöisesti tunnin kerrallaan " +
        "etäyhteydellä. Kuukausittaiseen verkostokirjeeseen, Verkkariin, saa kirjoittaa " +
        "kuka tahansa jäsen. Ideatauluja käytetään sekä tapaamisissa että niiden välillä.",
      conditions:
        "Toiminta tarvitsee rakenteen, nimetyn vastuuhenkilön ja verkostolle varatun " +
        "työajan. Keskustelun tulee olla avointa, ja jokaisen tulee saada äänensä " +
        "kuuluviin.",
      results:
        "Verkosto valitsi neljä teemaa, joilla työtä jatketaan: ryhmämuotoinen " +
        "terveystarkastus, parityö, tiimityömalli ja verkosto itse.",
    },
    topics: ["Ennaltaehkäisy", "Hyvinvoinnin ja terveyden edistäminen"],
    phenomena: ["Ei liity ilmiöön"],
    authorRole: "Verkoston koordinaattori",
    contactRole: "Verkoston koordinaattori",
  },
  milestones: [
    milestone({
      phase: 1,
      scope: "project",
      title: "Koordinaattori nimetty ja verkosto kutsuttu koolle",
      description:
        "Koordinaattorin tehtävät ja työaika on sovittu, ja ensimmäinen kutsu on lähetetty.",
      verification: "Tehtävänkuvaus ja kutsu.",
      dueOn: "2021-01-29",
    }),
    milestone({
      phase: 1,
      scope: "municipality",
      title: "Opiskeluhuollon ammattilaiset mukana verkostossa",
      description:
        "Kunnasta osallistuu kuraattoreita, psykologeja tai muita opiskeluhuollon ammattilaisia.",
      verification: "Osallistujaluettelo kunnittain, vain lukumäärät.",
      dueOn: "2021-04-30",
    }),
    milestone({
      phase: 2,
      scope: "municipality",
      title: "Työaika verkostoon osallistumiseen varattu",
      description: "Esihenkilö on varannut verkostolle ajan lukuvuoden työsuunnitelmaan.",
      verification: "Esihenkilön vahvistus.",
      dueOn: "2021-09-30",
    }),
    target({
      phase: 2,
      scope: "project",
      title: "Verkostotapaamiset",
      description:
        "Tunnin mittaiset etätapaamiset 1–2 kertaa kuukaudessa, kesäkuukausia lukuun ottamatta.",
      verification: "Tapaamisten yhteenvedot.",
      dueOn: "2021-12-17",
      unit: "tapaamista",
      baseline: 0,
      goal: 15,
    }),
    target({
      phase: 2,
      scope: "project",
      title: "Verkkari-verkostokirjeet",
      description:
        "Kuukausittainen kirje, johon jäsenet kirjoittavat ja jonka koordinaattori kokoaa.",
      verification: "Julkaistut kirjeet.",
      dueOn: "2021-12-17",
      unit: "kirjettä",
      baseline: 0,
      goal: 10,
    }),
    milestone({
      phase: 2,
      scope: "project",
      title: "Jatkoteemat valittu",
      description: "Verkosto on valinnut ideataulujen pohjalta teemat, joilla työtä jatketaan.",
      verification: "Tapaamisen yhteenveto.",
      dueOn: "2021-12-15",
    }),
  ],
  updates: play(yhdessaSittings),
};

export const tukenasi: ProjectStory = {
  at: "2021-09-06T08:00:00.000Z",
  project: {
    slug: "tukenasi",
    name: "Tukenasi: nuorten mielenterveys- ja päihdepalvelujen ammattilaisverkosto",
    programme: "tulevaisuuden-sotekeskus",
    summary:
      "Nuorten mielenterveys- ja päihdepalvelujen ammattilaiset tapaavat kuukausittain " +
      "etänä: puolet ajasta tietoa, puolet käytäntöjen jakamista. Rahoituskauden jälkeen " +
      "verkosto jatkaa osana perustyötä.",
    leadOrganisation: "Pirkanmaan hyvinvointialue",
    grantReference: null,
    county: "08",
    place: "Pirkanmaa",
    startsOn: "2021-09-01",
    endsOn: "2026-12-31",
    stage: "developing",
    visibility: "internal",
    municipalities: codesOf(tukenasiMunicipalities),
    phases: [
      { name: "Verkoston käynnistäminen", startsOn: "2021-09-01", endsOn: "2022-05-31" },
      { name: "Verkostotyö ohjelmakaudella", startsOn: "2022-06-01", endsOn: "2023-12-31" },
      { name: "Verkosto osana perustyötä", startsOn: "2024-01-01", endsOn: "2026-12-31" },
    ],
    freshnessDays: 120,
    description: {
      purpose:
        "Tarkoituksena on vahvistaa 13–25-vuotiaiden mielenterveys- ja päihdepalveluissa " +
        "työskentelevien osaamista ja yhteistyötä jakamalla tietoa ja käytäntöjä kuntien " +
        "välillä.",
      background:
        "Nuorten ahdistus, masennus ja syömishäiriöt ovat lisääntyneet, ja palveluihin " +
        "pääsy on hidasta.",
      actors:
        "Kaksi koordinaattoria kutsuu verkoston koolle, laatii asialistat ja yhteenvedot ja " +
        "tiedottaa tapaamisten välillä. Kuntien yhdyshenkilöt välittivät kutsun " +
        "ammattilaisille. Verkostoon on muodostunut ydinryhmä.",
      targetGroup:
        "Ammattilaiset: 13–25-vuotiaiden mielenterveys- ja päihdepalveluissa työskentelevät.",
      coreIdea:
        "Verkosto tapaa kuukausittain puolentoista tunnin ajan etäyhteydellä. Jokaisessa " +
        "tapaamisessa on tieto-osuus ja käytäntöjen jakaminen. Ensimmäisessä tapaamisessa " +
        "sovittiin tavoitteet, tarkoitus ja aikataulu ja koottiin toiveet.",
      conditions:
        "Osallistuminen on vapaaehtoista. Toiminta ei vaadi kunnilta uusia resursseja, " +
        "mutta se tarvitsee koordinaattorit ja säännöllisen aikataulun.",
    },
    topics: ["Päihteet ja riippuvuudet", "Mielenterveyspalvelut", "Monialaisuus"],
    phenomena: ["Ei liity ilmiöön"],
    authorRole: "Verkoston koordinaattori",
    contactRole: "Verkoston koordinaattori",
  },
  milestones: [
    milestone({
      phase: 1,
      scope: "municipality",
      title: "Kutsu välitetty kunnan ammattilaisille",
      description:
        "Yhdyshenkilö on välittänyt kutsun nuorten mielenterveys- ja päihdetyötä tekeville.",
      verification: "Yhdyshenkilön ilmoitus.",
      dueOn: "2021-10-15",
    }),
    milestone({
      phase: 1,
      scope: "project",
      title: "Ensimmäisessä tapaamisessa sovittu tavoitteet ja koottu toiveet",
      description:
        "Verkoston tavoitteet, tarkoitus ja aikataulu on sovittu, ja osallistujien toiveet " +
        "on kirjattu.",
      verification: "Tapaamisen yhteenveto ja toivelista.",
      dueOn: "2021-10-29",
    }),
    milestone({
      phase: 1,
      scope: "project",
      title: "Ydinryhmä muodostunut",
      description:
        "Säännöllisesti osallistuvat ovat sitoutuneet valmistelemaan tapaamisia " +
        "koordinaattorien kanssa.",
      verification: "Koordinaattorien yhteenveto.",
      dueOn: "2022-04-29",
    }),
    milestone({
      phase: 2,
      scope: "municipality",
      title: "Kunta osallistuu verkostoon säännöllisesti",
      description:
        "Kunnasta on ollut osallistuja vähintään joka toisessa tapaamisessa puolen vuoden ajan.",
      verification: "Osallistuminen kunnittain, vain lukumäärät.",
      dueOn: "2022-12-16",
    }),
    milestone({
      phase: 2,
      scope: "municipality",
      title: "Verkostossa jaettu käytäntö kokeilussa",
      description: "Toimipisteessä on kokeiltu vähintään yhtä verkostossa esiteltyä käytäntöä.",
      verification: "Lyhyt kuvaus kokeilusta tapaamisen yhteenvedossa.",
      dueOn: "2023-11-30",
    }),
    target({
      phase: 3,
      scope: "project",
      title: "Kuukausitapaamiset",
      description: "Puolentoista tunnin etätapaamiset kymmenen kertaa vuodessa, kertymä alusta.",
      verification: "Tapaamisten yhteenvedot.",
      dueOn: "2026-12-18",
      unit: "tapaamista",
      baseline: 0,
      goal: 50,
    }),
    milestone({
      phase: 3,
      scope: "project",
      title: "Verkoston toimintatapa kuvattu muiden käyttöön",
      description:
        "Kuvaus kertoo, miten verkosto käynnistetään ja pidetään elossa ilman lisäresurssia.",
      verification: "Julkaistu kuvaus.",
      dueOn: "2026-06-30",
    }),
  ],
  updates: play(tukenasiSittings),
};
