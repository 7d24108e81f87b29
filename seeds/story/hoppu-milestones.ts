import { dueIn, lastWave, pilots, secondWave } from "./pirkanmaa.ts";
import { milestone, target } from "./plans.ts";
import type { ProjectStory } from "./story.ts";

export const hoppuMilestones: ProjectStory["milestones"] = [
  milestone({
    phase: 1,
    scope: "municipality",
    title: "Nuorten palvelujen nykytila ja palveluvelka kartoitettu",
    description:
      "Kunnan alueelta on koottu nuorten matalan kynnyksen palvelut, jonot, käytössä olevat " +
      "digitaaliset kanavat sekä ne nuorten ryhmät, joita nykyiset palvelut eivät tavoita.",
    verification: "Täytetty kartoituslomake, jonka yhdyshenkilö on tarkistanut.",
    dueOn: "2023-05-31",
    dueOnByMunicipality: dueIn(pilots, "2023-03-31"),
  }),
  milestone({
    phase: 1,
    scope: "project",
    title: "Verkkopalvelu ja työtavat valittu",
    description:
      "Vaihtoehdot on pisteytetty yhteisin perustein (tavoittavuus, saavutettavuus, " +
      "tietosuoja, kustannus, sopivuus nykyisiin ratkaisuihin) ja ohjausryhmä on tehnyt " +
      "valinnan.",
    verification: "Ohjausryhmän päätös ja pisteytyksen yhteenveto.",
    evidenceKinds: ["decision", "file"],
    dueOn: "2023-06-30",
  }),
  milestone({
    phase: 1,
    scope: "municipality",
    title: "Käyttöönoton suunnitelma hyväksytty",
    description:
      "Suunnitelmassa on nimetty vastuutaho, verkkotyöhön varattu työaika, " +
      "yhteistyökumppanit, viestintä nuorille ja toiminta poikkeustilanteissa.",
    verification: "Palvelupäällikön hyväksymä suunnitelma asianhallinnassa.",
    dueOn: "2023-11-30",
    dueOnByMunicipality: {
      ...dueIn(pilots, "2023-09-29"),
      ...dueIn(lastWave, "2023-12-15"),
    },
  }),
  target({
    phase: 1,
    scope: "project",
    title: "Nuoret ja kokemusasiantuntijat mukana palvelun valinnassa",
    description:
      "Eri osallistujien määrä työpajoissa ja testauksissa. Tavoitteena on, että palvelun " +
      "valinta perustuu nuorten omaan kokemukseen verkossa asioimisesta.",
    verification: "Työpajojen ja testausten osallistujamäärät ilman nimiä.",
    dueOn: "2023-12-15",
    unit: "osallistujaa",
    baseline: 0,
    goal: 40,
  }),
  milestone({
    phase: 2,
    scope: "municipality",
    title: "Etsivä sosiaalityö verkossa käynnistynyt",
    description:
      "Kunnan nuoria palvellaan verkossa sovittuina päivystysaikoina, ja palvelusta on " +
      "kerrottu nuorille ja yhteistyökumppaneille.",
    verification: "Päivystyskalenteri ja ensimmäisen kuukauden toimintaraportti.",
    dueOn: "2024-12-13",
    dueOnByMunicipality: {
      ...dueIn(pilots, "2024-01-31"),
      ...dueIn(secondWave, "2024-09-30"),
    },
    weight: 2,
  }),
  target({
    phase: 2,
    scope: "municipality",
    title: "Verkkotyöhön perehdytetyt työntekijät",
    description:
      "Perehdytys sisältää kirjallisen vuorovaikutuksen, huolen puheeksi ottamisen " +
      "verkossa, tietosuojan ja kirjaamisen. Kolme perehdytettyä turvaa päivystyksen myös " +
      "lomien aikana.",
    verification: "Perehdytyksen osallistujaluettelo; vain lukumäärä kirjataan.",
    dueOn: "2024-12-13",
    dueOnByMunicipality: {
      ...dueIn(pilots, "2024-02-29"),
      ...dueIn(secondWave, "2024-10-31"),
    },
    unit: "työntekijää",
    baseline: 0,
    goal: 3,
  }),
  milestone({
    phase: 2,
    scope: "municipality",
    title: "Jatko-ohjauksen polku sovittu toisen asteen oppilaitosten kanssa",
    description:
      "Opiskeluhuolto ja kunnassa toimivat toisen asteen oppilaitokset tietävät, miten " +
      "nuori ohjataan verkosta palveluun ja kuka ottaa vastaan.",
    verification: "Yhteinen kuvaus, jonka opiskeluhuolto ja oppilaitos ovat hyväksyneet.",
    dueOn: "2024-11-29",
    dueOnByMunicipality: dueIn(pilots, "2024-05-31"),
  }),
  milestone({
    phase: 2,
    scope: "municipality",
    title: "Työnjako kunnan etsivän nuorisotyön kanssa sovittu",
    description:
      "Hyvinvointialueen etsivä sosiaalityö ja kunnan etsivä nuorisotyö ovat eri tehtäviä. " +
      "Kuvauksessa sovitaan, kumpi ottaa yhteyttä, milloin nuori ohjataan toiselle ja miten " +
      "tietoa vaihdetaan nuoren luvalla.",
    verification: "Allekirjoitettu työnjakokuvaus tai kokousmuistio.",
    dueOn: "2024-10-31",
    dueOnByMunicipality: dueIn(pilots, "2024-04-30"),
  }),
  milestone({
    phase: 2,
    scope: "project",
    title: "Pilotti arvioitu ja laajentamisesta päätetty",
    description:
      "Neljän pilottikunnan kokemukset, nuorten palaute ja työajan käyttö on koottu, ja " +
      "ohjausryhmä on päättänyt laajentamisesta ja mallin muutoksista.",
    verification: "Väliarviointi ja ohjausryhmän päätös.",
    dueOn: "2024-04-30",
  }),
  target({
    phase: 2,
    scope: "municipality",
    title: "Verkossa tavoitetut nuoret",
    description:
      "Eri nuoret, joiden kanssa on käyty vähintään yksi keskustelu verkossa, kertymä " +
      "palvelun alusta. Alle viiden nuoren lukua ei kirjata.",
    verification: "Palvelun tilastoraportti kunnittain, pienet luvut suojattuina.",
    dueOn: "2024-12-31",
    dueOnByMunicipality: dueIn(lastWave, "2025-06-30"),
    unit: "nuorta",
    baseline: 0,
    goal: 10,
  }),
  milestone({
    phase: 3,
    scope: "municipality",
    title: "Verkkotyö kirjattu tehtäväkuviin ja jatkovastuu sovittu",
    description:
      "Verkkotyö on osa toimipisteen tehtäväkuvia ja työvuorosuunnittelua, eikä se riipu " +
      "hankkeen työntekijöistä. Vastuutaho hankkeen jälkeen on nimetty.",
    verification: "Päivitetyt tehtäväkuvat ja palvelupäällikön vahvistus.",
    dueOn: "2025-10-31",
    dueOnByMunicipality: dueIn(pilots, "2025-06-30"),
    weight: 2,
  }),
  target({
    phase: 3,
    scope: "municipality",
    title: "Ensimmäiseen viestiin vastattu kolmessa arkipäivässä",
    description:
      "Osuus nuorten ensimmäisistä viesteistä, joihin ammattilainen on vastannut kolmen " +
      "arkipäivän kuluessa. Lähtötaso on pilottien ensimmäiseltä kuukaudelta.",
    verification: "Viestikanavan vasteaikaraportti, kolmen kuukauden liukuva osuus.",
    dueOn: "2025-11-28",
    unit: "%",
    baseline: 45,
    goal: 85,
  }),
  milestone({
    phase: 3,
    scope: "project",
    title: "Toimintamalli kuvattu ja julkaistu",
    description:
      "Malli on kuvattu niin, että toinen hyvinvointialue voi ottaa sen käyttöön: " +
      "perusidea, kohderyhmä, ehdot, tulokset ja vinkit soveltajille.",
    verification: "Julkaistu kuvaus ja ohjausryhmän hyväksyntä.",
    dueOn: "2025-11-28",
  }),
  milestone({
    phase: 3,
    scope: "municipality",
    title: "Malli arjen käytössä hankkeen jälkeen",
    description:
      "Verkkotyö on jatkunut keskeytyksettä vähintään yhdeksän kuukautta hankkeen " +
      "päättymisestä ilman hankerahoitusta.",
    verification: "Omaseurannan lomake ja päivystyskalenteri tammi–syyskuulta 2026.",
    dueOn: "2026-12-31",
    weight: 2,
  }),
  milestone({
    phase: 3,
    scope: "municipality",
    title: "Kunnan näyttöaineisto koottu ja arkistoitu",
    description:
      "Sopimukset, suunnitelmat, osallistujaluettelot ja päätökset on siirretty " +
      "hyvinvointialueen arkistoon. Aineisto säilytetään vuoden 2032 loppuun (laki " +
      "537/2022, 18 §).",
    verification: "Arkistoluettelo, josta puuttuvat kohdat on merkitty.",
    dueOn: "2026-12-31",
  }),
  milestone({
    phase: 3,
    scope: "project",
    title: "Jatkokatselmus pidetty",
    description:
      "Hyvinvointialueen johto käy läpi, missä kunnissa malli elää, mitä on pudonnut pois " +
      "ja mitä keskeneräisille asioille tehdään.",
    verification: "Katselmuksen pöytäkirja ja avointen asioiden luettelo vastuineen.",
    dueOn: "2027-03-31",
  }),
];
