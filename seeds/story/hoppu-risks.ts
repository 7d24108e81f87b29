import { codeOf, type MunicipalityName } from "./pirkanmaa.ts";
import type { RegisterStory } from "./story.ts";

const at = (milestone: number, ...names: readonly MunicipalityName[]) =>
  names.map((name) => ({ milestone, municipality: codeOf(name) }));

/** What could go, and what went, otherwise than planned. Owners are roles. */
export const hoppuRegister: RegisterStory = {
  risks: [
    {
      at: "2023-03-06T08:00:00.000Z",
      risk: {
        title: "Perehdytetyt työntekijät siirtyvät muihin tehtäviin",
        description:
          "Pienissä kunnissa verkkotyötä tekee yksi tai kaksi työntekijää. Kun toinen lähtee, " +
          "päivystys katkeaa ja nuorten viesteihin vastataan myöhässä.",
        likelihood: 3,
        significance: 4,
        mitigation:
          "Jokaiseen kuntaan perehdytetään kolme työntekijää, ja naapurikunnat sopivat " +
          "vuorojen jakamisesta. Perehdytysaineisto pidetään ajan tasalla.",
        owner: "Nuorten palvelujen palvelupäällikkö",
        reviewedOn: "2023-03-06",
        links: [],
      },
      changes: [
        { at: "2024-02-12T08:00:00.000Z", change: { reviewedOn: "2024-02-12" } },
        {
          at: "2025-02-10T08:00:00.000Z",
          change: {
            likelihood: 4,
            reviewedOn: "2025-02-10",
            links: at(14, "Mänttä-Vilppula", "Kihniö", "Kuhmoinen", "Virrat"),
          },
        },
        { at: "2026-09-07T08:00:00.000Z", change: { likelihood: 5, reviewedOn: "2026-09-07" } },
      ],
    },
    {
      at: "2023-03-06T08:10:00.000Z",
      risk: {
        title: "Toiminnalle ei löydy pysyvää rahoitusta hankkeen jälkeen",
        description:
          "Hankerahoitus päättyy, ennen kuin verkkotyö on kirjattu tehtäväkuviin ja " +
          "talousarvioon. Palvelu jäisi yksittäisten työntekijöiden varaan.",
        likelihood: 3,
        significance: 5,
        mitigation:
          "Ohjausryhmä seuraa tehtäväkuvien vahvistamista kunnittain, ja jatkovastuu viedään " +
          "talousarvion valmisteluun vuotta ennen hankkeen päättymistä.",
        owner: "Ohjausryhmä",
        reviewedOn: "2023-03-06",
        links: at(11, "Mänttä-Vilppula", "Tampere", "Sastamala"),
      },
      changes: [
        { at: "2024-02-12T08:10:00.000Z", change: { reviewedOn: "2024-02-12" } },
        {
          at: "2025-09-15T08:00:00.000Z",
          change: { likelihood: 2, significance: 4, reviewedOn: "2025-09-15" },
        },
      ],
    },
    {
      at: "2023-09-11T08:00:00.000Z",
      risk: {
        title: "Valittu verkkopalvelu ei tavoita palvelujen ulkopuolella olevia nuoria",
        description:
          "Yhteydenotot tulevat nuorilta, joilla on jo asiakkuus, ja etsivän työn tarkoitus jää " +
          "toteutumatta.",
        likelihood: 3,
        significance: 3,
        mitigation:
          "Nuoret ja kokemusasiantuntijat ovat mukana valinnassa ja testauksessa, ja tavoitettuja " +
          "seurataan kunnittain.",
        owner: "Etsivän sosiaalityön koordinaattori",
        reviewedOn: "2023-09-11",
        links: [],
      },
      changes: [
        { at: "2024-08-26T08:00:00.000Z", change: { likelihood: 2, reviewedOn: "2024-08-26" } },
        {
          at: "2025-08-25T08:00:00.000Z",
          change: {
            state: "closed",
            closedBecause:
              "Tavoitetuista nuorista valtaosalla ei ollut aiempaa asiakkuutta: palvelu tavoittaa ne, " +
              "joita haettiin.",
            reviewedOn: "2025-08-25",
          },
        },
      ],
    },
  ],
  deviations: [
    {
      at: "2025-02-17T09:00:00.000Z",
      deviation: {
        title: "Päivystys ei käynnistynyt Punkalaitumella määräajassa",
        cause: "Nuorten sosiaaliohjaajan tehtävä oli täyttämättä, eikä vuoroille ollut tekijää.",
        effect: "Kunnan nuoria ei palvella verkossa, ja seuranta alkaa myöhemmin kuin muualla.",
        correctiveAction:
          "Sastamalan kanssa sovitaan yhteisestä vuorosta, kunnes tehtävä täytetään.",
        owner: "Hankepäällikkö",
        noticedOn: "2025-02-14",
        risk: 1,
        links: at(5, "Punkalaidun"),
      },
      changes: [],
    },
    {
      at: "2026-09-14T09:00:00.000Z",
      deviation: {
        title: "Vasteaikaa ei voi seurata kunnittain yhteisessä viestikanavassa",
        cause:
          "Viestikanavan raportti ei erottele kuntia, ja toimittajan päivitys siirtyi vuoteen 2027.",
        effect: "Vasteajan toteuma puuttuu kahdelta kunnalta loppuraportista.",
        correctiveAction: "",
        owner: "Etsivän sosiaalityön koordinaattori",
        noticedOn: "2026-09-10",
        risk: null,
        links: at(12, "Ikaalinen", "Hämeenkyrö"),
      },
      changes: [],
    },
  ],
};
