import { hoppuAmendments, hoppuGrant, sittingsOfTheWhole } from "./hoppu-amendments.ts";
import { hoppuMilestones } from "./hoppu-milestones.ts";
import { sittings2023Autumn } from "./hoppu-progress-2023-autumn.ts";
import { sittings2023Spring } from "./hoppu-progress-2023-spring.ts";
import { sittings2024Autumn } from "./hoppu-progress-2024-autumn.ts";
import { sittings2024Summer } from "./hoppu-progress-2024-summer.ts";
import { sittings2024Winter } from "./hoppu-progress-2024-winter.ts";
import { sittings2024YearEnd } from "./hoppu-progress-2024-year-end.ts";
import { sittings2025Autumn } from "./hoppu-progress-2025-autumn.ts";
import { sittings2025Summer } from "./hoppu-progress-2025-summer.ts";
import { sittings2025Winter } from "./hoppu-progress-2025-winter.ts";
import { sittings2026Autumn } from "./hoppu-progress-2026-autumn.ts";
import { sittings2026Spring } from "./hoppu-progress-2026-spring.ts";
import { hoppuRegister } from "./hoppu-risks.ts";
import { codesOf, everyone } from "./pirkanmaa.ts";
import { play } from "./sittings.ts";
import type { ProjectStory } from "./story.ts";

export const hoppu: ProjectStory = {
  at: "2023-01-09T08:00:00.000Z",
  project: {
    slug: "hoppu",
    name: "Hoppu: nuorten etsivä sosiaalityö verkossa",
    programme: "rrp",
    summary:
      "Etsivä sosiaalityö tavoittaa verkossa nuoret ja nuoret aikuiset, jotka ovat jääneet " +
      "palvelujen ulkopuolelle. Palvelu valitaan ja pilotin suunnittelu aloitetaan 2023, " +
      "laajennetaan koko Pirkanmaalle 2024 ja juurrutetaan työhön 2025.",
    leadOrganisation: "Pirkanmaan hyvinvointialue",
    grantReference: "RRP, P4, I1",
    county: "08",
    place: "Pirkanmaa",
    startsOn: "2023-01-01",
    endsOn: "2025-12-31",
    stage: "developing",
    visibility: "internal",
    municipalities: codesOf(everyone),
    phases: [
      { name: "Valinta ja pilotin suunnittelu", startsOn: "2023-01-01", endsOn: "2023-12-31" },
      { name: "Laajentaminen koko alueelle", startsOn: "2024-01-01", endsOn: "2024-12-31" },
      { name: "Juurruttaminen", startsOn: "2025-01-01", endsOn: "2025-12-31" },
    ],
    freshnessDays: 90,
    description: {
      purpose:
        "Tarkoituksena on purkaa hoitovelkaa, joka nuorille ja nuorille aikuisille kertyi " +
        "pandemian aikana. Keinona on nuorten etsivä sosiaalityö, jota tehdään " +
        "digitaalisesti siellä, missä nuoret jo ovat. Vuonna 2023 valitaan tarpeeseen " +
        "parhaiten vastaava verkkopalvelu ja työtavat ja aloitetaan pilotin suunnittelu. " +
        "Vuonna 2024 työtapoja arvioidaan ja kehitetään, palvelu laajennetaan piloteista " +
        "koko alueelle ja käyttöönottoa tuetaan. Vuonna 2025 malli juurrutetaan osaksi " +
        "työtä.",
      background:
        "Palvelut ovat ruuhkautuneet ja jonot ovat pitkiä. Matalan kynnyksen palveluja on " +
        "niukasti, eikä niitä ole saatavilla yhdenvertaisesti kaikissa kunnissa. Osaa " +
        "nuorista ei tavoiteta nykyisillä keinoilla. Käytössä olevat digitaaliset ratkaisut " +
        "kartoitetaan ja uusi malli rakennetaan niiden päälle. Yhteistyötä ja " +
        "kokemusasiantuntijuutta lisätään.",
      actors:
        "Asiakkaat, kunnat, järjestöt, seurakunnat, hyvinvointialue ja opiskeluhuolto. " +
        "Kunnan etsivä nuorisotyö on yhteistyökumppani: se on kunnan lakisääteinen tehtävä, " +
        "ja etsivä sosiaalityö on hyvinvointialueen tehtävä.",
      targetGroup:
        "Nuoret ja nuoret aikuiset, erityisesti ne, jotka eivät ole hakeutuneet palveluihin " +
        "tai joita ei ole tavoitettu nykyisillä keinoilla.",
      operatingEnvironment:
        "Pirkanmaan hyvinvointialue ja sen 23 kuntaa. Kunnat ovat hyvin erikokoisia, ja " +
        "matalan kynnyksen palvelujen saatavuus vaihtelee kunnittain. Etsivä sosiaalityö on " +
        "kokonaisuus RRP-rahoitteisessa Hoppu-hankkeessa.",
      coreIdea:
        "Sosiaalialan ammattilainen tavoittaa nuoren verkossa, kuuntelee ja ohjaa " +
        "tarvittaessa palveluun. Työ perustuu jo käytössä oleviin digitaalisiin " +
        "ratkaisuihin, yhteiseen toimintamalliin ja yhteistyöhön kuntien, järjestöjen, " +
        "seurakuntien ja opiskeluhuollon kanssa.",
    },
    topics: ["Ennaltaehkäisy", "Monialaisuus"],
    phenomena: [],
    authorRole: "Hankepäällikkö",
    contactRole: "Etsivän sosiaalityön koordinaattori",
  },
  milestones: hoppuMilestones,
  grant: hoppuGrant,
  amendments: hoppuAmendments,
  updates: play(
    [
      ...sittings2023Spring,
      ...sittings2023Autumn,
      ...sittings2024Winter,
      ...sittings2024Summer,
      ...sittings2024Autumn,
      ...sittings2024YearEnd,
      ...sittings2025Winter,
      ...sittings2025Summer,
      ...sittings2025Autumn,
      ...sittings2026Spring,
      ...sittings2026Autumn,
      ...sittingsOfTheWhole,
    ].toSorted((one, other) => one.at.localeCompare(other.at)),
  ),
  register: hoppuRegister,
};
