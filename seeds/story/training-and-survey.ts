import { everyone, codesOf } from "./pirkanmaa.ts";
import { milestone, target } from "./plans.ts";
import { play } from "./sittings.ts";
import type { ProjectStory } from "./story.ts";
import {
  lastensuojeluMunicipalities,
  lastensuojeluSittings,
  opiskeluhuoltoSittings,
} from "./training-and-survey-progress.ts";

export const lastensuojelu: ProjectStory = {
  at: "2023-01-02T08:00:00.000Z",
  project: {
    slug: "lastensuojelu",
    name: "Lastensuojelutyön kehittämisohjelma, Pirkanmaan osallistujat",
    programme: "ei-erillisrahoitusta",
    summary:
      "Noin puolitoistavuotinen kehittämisohjelma lastensuojelun ammattilaisille: kymmenen " +
      "opintopäivää ja oman työyksikön toimintatavan kehittäminen palvelumuotoilun keinoin.",
    leadOrganisation: "Pirkanmaan hyvinvointialue",
    grantReference: null,
    county: "08",
    place: "Pirkanmaa",
    startsOn: "2023-01-01",
    endsOn: "2024-06-30",
    stage: "ready",
    visibility: "internal",
    municipalities: codesOf(lastensuojeluMunicipalities),
    phases: [
      { name: "Haku ja kehittämistehtävän valinta", startsOn: "2023-01-01", endsOn: "2023-05-31" },
      { name: "Kokeilu omassa yksikössä", startsOn: "2023-06-01", endsOn: "2024-01-31" },
      { name: "Mallintaminen ja levittäminen", startsOn: "2024-02-01", endsOn: "2024-06-30" },
    ],
    freshnessDays: 180,
    description: {
      purpose:
        "Ohjelmassa kehitetään lastensuojelutyön toimintatapoja omassa työyksikössä. " +
        "Hyviksi osoittautuneet käytännöt mallinnetaan, niistä viestitään ja niitä " +
        "kehitetään alueella edelleen. Ohjelma tekee alueen verkoston näkyväksi.",
      background:
        "Ohjelmassa aloitti kaksi ryhmää tammikuun lopussa ja helmikuun alussa 2023: toinen " +
        "Oulun alueelle (ilmoittautuminen 17.1.2023 mennessä), toinen valtakunnallisesti " +
        "(7.2.2023 mennessä). Tässä seurataan Pirkanmaan osallistumista valtakunnalliseen " +
        "ryhmään.",
      actors:
        "Sosiaali- ja terveysalan ammattilaiset, heidän työyksikkönsä ja alueen kehittäjäverkosto.",
      targetGroup:
        "Ammattilaiset: sosiaali- ja terveysalan työntekijät, jotka tekevät työtä lasten ja " +
        "nuorten kanssa lastensuojelussa.",
      coreIdea:
        "Ohjelma kestää noin puolitoista vuotta ja sisältää kymmenen opintopäivää. " +
        "Osallistuja kehittää toimintatapaa omassa yksikössään yksin tai kollegan kanssa. " +
        "Työskentelyssä käytetään palvelumuotoilun menetelmiä.",
    },
    topics: ["Ennaltaehkäisy", "Monialaisuus"],
    phenomena: [],
    authorRole: "Kehittämispäällikkö",
    contactRole: "Kehittämisohjelman koordinaattori",
  },
  milestones: [
    milestone({
      phase: 1,
      scope: "municipality",
      title: "Osallistujat ilmoittautuneet",
      description:
        "Kunnan alueen lastensuojelun yksiköstä on ilmoittautunut vähintään yksi ammattilainen.",
      verification: "Ilmoittautumisvahvistus, vain lukumäärä.",
      dueOn: "2023-02-07",
    }),
    milestone({
      phase: 1,
      scope: "municipality",
      title: "Kehittämistehtävä valittu oman yksikön tarpeesta",
      description: "Tehtävä on rajattu ja sovittu esihenkilön kanssa.",
      verification: "Kehittämissuunnitelma.",
      dueOn: "2023-05-31",
    }),
    milestone({
      phase: 2,
      scope: "municipality",
      title: "Toimintatapaa kokeiltu omassa yksikössä",
      description: "Kokeilusta on koottu työntekijöiden havainnot.",
      verification: "Kokeilun yhteenveto ilman asiakastietoja.",
      dueOn: "2024-01-31",
    }),
    target({
      phase: 3,
      scope: "project",
      title: "Pidetyt opintopäivät",
      description: "Ohjelman kymmenen opintopäivää.",
      verification: "Opintopäivien ohjelmat ja osallistujamäärät.",
      dueOn: "2024-05-31",
      unit: "opintopäivää",
      baseline: 0,
      goal: 10,
    }),
    milestone({
      phase: 3,
      scope: "municipality",
      title: "Hyväksi todettu toimintatapa mallinnettu",
      description: "Toimintatapa on kuvattu niin, että toinen yksikkö voi ottaa sen käyttöön.",
      verification: "Mallin kuvaus.",
      dueOn: "2024-05-31",
    }),
    milestone({
      phase: 3,
      scope: "project",
      title: "Mallit ja verkosto esitelty alueella",
      description: "Osallistujat ovat esitelleet mallinsa alueen lastensuojelun ammattilaisille.",
      verification: "Esittelytilaisuuden ohjelma.",
      dueOn: "2024-06-14",
    }),
  ],
  updates: play(lastensuojeluSittings),
};

export const opiskeluhuolto: ProjectStory = {
  at: "2024-03-04T08:00:00.000Z",
  project: {
    slug: "opiskeluhuolto",
    name: "Opiskeluhuollon henkilöstön koulutus- ja ryhmätarpeiden kartoitus",
    programme: "rrp",
    summary:
      "Kysely opiskeluhuollon henkilöstölle lasten, nuorten ja perheiden palveluissa: " +
      "valmius vetää ryhmiä, ryhmien tarve, etä- ja hybridiryhmät, digipalvelut ja chat. " +
      "Vastaajia oli 124.",
    leadOrganisation: "Pirkanmaan hyvinvointialue",
    grantReference: "RRP, P4",
    county: "08",
    place: "Pirkanmaa",
    startsOn: "2024-03-01",
    endsOn: "2024-12-31",
    stage: "ready",
    visibility: "internal",
    municipalities: codesOf(everyone),
    phases: [
      { name: "Kysely ja tulokset", startsOn: "2024-03-01", endsOn: "2024-05-31" },
      { name: "Tulosten hyödyntäminen", startsOn: "2024-06-01", endsOn: "2024-12-31" },
    ],
    freshnessDays: 180,
    description: {
      purpose:
        "Kartoituksella selvitettiin henkilöstön koulutustarpeita ja ryhmien tarvetta. " +
        "Yksikön ryhmätoimintaa kehitetään tulosten pohjalta.",
      actors: "Opiskeluhuollon henkilöstö ja lasten, nuorten ja perheiden palvelut.",
      targetGroup: "Ammattilaiset: opiskeluhuollon henkilöstö. Kyselyyn vastasi 124 ammattilaista.",
      operatingEnvironment: "Opiskeluhuolto osana lasten, nuorten ja perheiden palveluja.",
      coreIdea:
        "Kysyttiin valmiutta vetää ryhmiä, toivottuja menetelmiä, tarvittavia ryhmiä, etä- " +
        "ja hybridiryhmiä, digitaalisia palveluja, chatin käyttöä opiskeluhuollossa ja " +
        "halukkuutta vastata chatissa.",
      results:
        "Vähän alle puolella on valmius vetää ryhmiä. Lähes kaikenlaisille ryhmille on " +
        "tarvetta, eniten toivotaan vertaistukea ja ennaltaehkäiseviä ryhmiä. Ryhmä ja sen " +
        "ajankohta valitaan yksilöllisen arvion mukaan. Etä- ja hybridiryhmät ovat " +
        "mahdollisia, mutta kasvokkaista tapaamista arvostetaan. Chat-työstä on vähän " +
        "kokemusta, mutta chatia pidetään tarpeellisena, ja noin puolet on halukkaita " +
        "vastaamaan chatissa osana työtään.",
    },
    topics: ["Ennaltaehkäisy", "Hyvinvoinnin ja terveyden edistäminen"],
    phenomena: ["Ei liity ilmiöön"],
    authorRole: "Projektikoordinaattori",
    contactRole: "Opiskeluhuollon palvelupäällikkö",
  },
  milestones: [
    milestone({
      phase: 1,
      scope: "project",
      title: "Kyselyn kysymykset laadittu ja testattu",
      description:
        "Kysymykset on laadittu yhdessä opiskeluhuollon esihenkilöiden kanssa ja testattu.",
      verification: "Hyväksytty kyselylomake.",
      dueOn: "2024-03-28",
    }),
    target({
      phase: 1,
      scope: "project",
      title: "Kyselyyn vastanneet ammattilaiset",
      description: "Nimettömät vastaukset koko alueelta.",
      verification: "Kyselyjärjestelmän vastaajamäärä.",
      dueOn: "2024-05-03",
      unit: "vastaajaa",
      baseline: 0,
      goal: 120,
    }),
    milestone({
      phase: 1,
      scope: "project",
      title: "Tulokset koottu ja kuvattu",
      description: "Yhteenveto on kirjoitettu ja kuvaus on luettavissa julkisesti.",
      verification: "Julkaistu kuvaus.",
      dueOn: "2024-05-15",
    }),
    milestone({
      phase: 2,
      scope: "municipality",
      title: "Tulokset käsitelty opiskeluhuollon tiimissä",
      description:
        "Kunnan kouluilla työskentelevä tiimi on käynyt tulokset läpi ja valinnut " +
        "kehittämiskohteet.",
      verification: "Tiimin muistio.",
      dueOn: "2024-08-30",
    }),
    milestone({
      phase: 2,
      scope: "municipality",
      title: "Ryhmätoiminta suunniteltu tulosten pohjalta",
      description:
        "Lukuvuoden ryhmät, vetäjät ja toteutustapa (läsnä, etä tai hybridi) on sovittu.",
      verification: "Ryhmätoiminnan suunnitelma.",
      dueOn: "2024-11-29",
    }),
  ],
  updates: play(opiskeluhuoltoSittings),
};
